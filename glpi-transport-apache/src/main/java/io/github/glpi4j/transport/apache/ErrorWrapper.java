package io.github.glpi4j.transport.apache;

import java.io.IOException;

/**
 * Carries an {@link Error} through the engine, which would close all connections for good on seeing one: lack of memory
 * in one exchange is no reason to end the others.
 */
final class ErrorWrapper extends IOException {

    private static final long serialVersionUID = 1L;

    private final Error error;

    ErrorWrapper(Error error) {
        super(error);
        this.error = error;
    }

    Error error() {
        return error;
    }
}
