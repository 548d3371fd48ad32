/** Opening a session, and what GLPI tells of it. */
@NullMarked
package io.github.glpi4j.session;

import org.jspecify.annotations.NullMarked;
