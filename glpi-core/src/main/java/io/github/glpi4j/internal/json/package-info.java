@NullMarked
package io.github.glpi4j.internal.json;

import org.jspecify.annotations.NullMarked;
