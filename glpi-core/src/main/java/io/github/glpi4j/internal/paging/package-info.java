/** Reads lists page by page: by position or by id, as a stream or as a publisher. */
@NullMarked
package io.github.glpi4j.internal.paging;

import org.jspecify.annotations.NullMarked;
