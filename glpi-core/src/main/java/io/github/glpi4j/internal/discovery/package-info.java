@NullMarked
package io.github.glpi4j.internal.discovery;

import org.jspecify.annotations.NullMarked;
