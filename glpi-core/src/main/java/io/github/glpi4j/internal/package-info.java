/** The machinery behind the exported packages; not exported itself, and touched by no other module. */
@NullMarked
package io.github.glpi4j.internal;

import org.jspecify.annotations.NullMarked;
