/** Documents of GLPI: uploads and downloads of files. */
@NullMarked
package io.github.glpi4j.document;

import org.jspecify.annotations.NullMarked;
