@NullMarked
package io.github.glpi4j.internal.call;

import org.jspecify.annotations.NullMarked;
