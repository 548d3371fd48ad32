/** The state of the server: accounts, sessions, documents and logs, with GLPI's rules for them. */
@NullMarked
package io.github.glpi4j.testkit.internal.state;

import org.jspecify.annotations.NullMarked;
