package io.github.glpi4j.internal.json;

import java.io.IOException;

/** The answer is not what its operation expects; the message says what it is instead, without quoting it. */
public final class UnexpectedJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnexpectedJsonException(String whatItIs) {
        super(whatItIs);
    }
}
