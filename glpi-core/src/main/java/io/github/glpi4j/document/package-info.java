/** Documents of GLPI: files that are kept there, up and down. */
@NullMarked
package io.github.glpi4j.document;

import org.jspecify.annotations.NullMarked;
