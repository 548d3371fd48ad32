@NullMarked
package io.github.glpi4j.internal.document;

import org.jspecify.annotations.NullMarked;
