/** Text and JSON on standard output, errors, exit codes. */
@NullMarked
package io.github.glpi4j.cli.output;

import org.jspecify.annotations.NullMarked;
