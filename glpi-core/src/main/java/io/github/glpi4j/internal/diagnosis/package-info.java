@NullMarked
package io.github.glpi4j.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
