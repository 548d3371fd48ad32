@NullMarked
package io.github.glpi4j.testkit;

import org.jspecify.annotations.NullMarked;
