/** Sessions: opening one, its content, its profile and its entities. */
@NullMarked
package io.github.glpi4j.session;

import org.jspecify.annotations.NullMarked;
