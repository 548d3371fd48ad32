package io.github.glpi4j.internal.paging;

/** A row as the user gets it, and its id. */
public record IdRow<T>(long id, T row) {}
