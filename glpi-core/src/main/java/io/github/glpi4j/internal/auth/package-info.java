@NullMarked
package io.github.glpi4j.internal.auth;

import org.jspecify.annotations.NullMarked;
