package io.github.glpi4j.internal.http;

import io.github.glpi4j.transport.Headers;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a response whose body is written to a file. */
public non-sealed interface FileHandler<T> extends ResponseHandler<T> {

    @Override
    Optional<Path> destination(int status, Headers headers);

    /** {@return the result once the complete file is in place} */
    T received(Headers headers);

    /**
     * Decides whether a response means that the item exists, but its file does not.
     *
     * @param page the start of its text; may be empty
     */
    boolean isMissing(int status, String page);

    /** {@return what the exception says if the file is missing} */
    String missingHint();

    /** {@return what is received, for messages} */
    String expected();
}
