package io.github.glpi4j.transport.apache;

import java.io.IOException;

/**
 * Passes an {@link Error} through HttpClient, which would otherwise shut down its connection pool: an {@link
 * OutOfMemoryError} in one exchange must not fail the others.
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
