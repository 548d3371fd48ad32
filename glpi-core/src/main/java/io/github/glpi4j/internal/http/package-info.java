@NullMarked
package io.github.glpi4j.internal.http;

import org.jspecify.annotations.NullMarked;
