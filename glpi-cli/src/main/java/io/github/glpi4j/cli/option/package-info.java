/** Options and the environment, and what they are converted to. */
@NullMarked
package io.github.glpi4j.cli.option;

import org.jspecify.annotations.NullMarked;
