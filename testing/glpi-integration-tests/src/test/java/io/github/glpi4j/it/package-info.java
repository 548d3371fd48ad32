/** Core, both transports and the stand-in together. */
@NullMarked
package io.github.glpi4j.it;

import org.jspecify.annotations.NullMarked;
