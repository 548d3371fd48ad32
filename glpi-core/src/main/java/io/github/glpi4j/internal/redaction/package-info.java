@NullMarked
package io.github.glpi4j.internal.redaction;

import org.jspecify.annotations.NullMarked;
