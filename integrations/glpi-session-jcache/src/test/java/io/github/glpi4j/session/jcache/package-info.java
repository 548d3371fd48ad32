@NullMarked
package io.github.glpi4j.session.jcache;

import org.jspecify.annotations.NullMarked;
