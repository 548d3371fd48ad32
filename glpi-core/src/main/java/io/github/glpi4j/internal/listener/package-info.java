@NullMarked
package io.github.glpi4j.internal.listener;

import org.jspecify.annotations.NullMarked;
