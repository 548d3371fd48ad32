package io.github.glpi4j.internal;

/** Why a call was ended before its answer came. */
enum Abort {
    DEADLINE,
    CANCELLED,
    INTERRUPTED,
    TOO_LARGE,
    CLOSED
}
