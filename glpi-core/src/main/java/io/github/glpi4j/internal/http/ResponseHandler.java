package io.github.glpi4j.internal.http;

import io.github.glpi4j.transport.Headers;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the successful response of an operation. */
public sealed interface ResponseHandler<T extends @Nullable Object> permits JsonHandler, FileHandler {

    /** {@return whether a response with this status has a result, unless it is an error of GLPI} */
    default boolean reads(int status) {
        return status >= 200 && status < 300;
    }

    /**
     * Decides where a response's body is written.
     *
     * @return the file, or empty for a body that is read in memory, such as any error
     */
    default Optional<Path> destination(int status, Headers headers) {
        return Optional.empty();
    }
}
