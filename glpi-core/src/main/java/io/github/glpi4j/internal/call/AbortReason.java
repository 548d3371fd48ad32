package io.github.glpi4j.internal.call;

/** Why a call was aborted before its response was complete. */
enum AbortReason {
    DEADLINE,
    CANCELLED,
    INTERRUPTED,
    TOO_LARGE,
    CLOSED
}
