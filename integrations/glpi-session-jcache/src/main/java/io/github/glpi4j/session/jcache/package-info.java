/** A {@link io.github.glpi4j.session.SessionStore} over a JSR-107 cache. */
@NullMarked
package io.github.glpi4j.session.jcache;

import org.jspecify.annotations.NullMarked;
