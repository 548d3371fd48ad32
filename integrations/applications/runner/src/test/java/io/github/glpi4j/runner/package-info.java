@NullMarked
package io.github.glpi4j.runner;

import org.jspecify.annotations.NullMarked;
