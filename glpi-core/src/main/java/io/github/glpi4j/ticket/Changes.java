package io.github.glpi4j.ticket;

/** Changes. Immutable and thread-safe. Only this library implements it; minor versions add methods. */
public interface Changes extends ItilObjects, Approvals {}
