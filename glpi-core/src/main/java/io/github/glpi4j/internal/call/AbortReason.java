package io.github.glpi4j.internal.call;

/** Why a call was ended before its answer came. */
enum AbortReason {
    DEADLINE,
    CANCELLED,
    INTERRUPTED,
    TOO_LARGE,
    CLOSED
}
