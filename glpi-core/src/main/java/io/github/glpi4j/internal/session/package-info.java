@NullMarked
package io.github.glpi4j.internal.session;

import org.jspecify.annotations.NullMarked;
