package io.github.glpi4j.internal.http;

import io.github.glpi4j.internal.json.UnexpectedJsonException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a response in JSON. */
@FunctionalInterface
public non-sealed interface JsonHandler<T extends @Nullable Object> extends ResponseHandler<T> {

    /**
     * Reads the JSON.
     *
     * @throws IOException for broken JSON, or {@link UnexpectedJsonException} for JSON of another shape
     */
    T read(Response response) throws IOException;

    /**
     * Returns the result of an empty body, where GLPI may send one.
     *
     * @throws UnexpectedJsonException where GLPI sends none
     */
    default T empty() throws IOException {
        throw new UnexpectedJsonException("an empty answer");
    }

    /** As {@link #empty()}, where it depends on the response. */
    default T empty(Response response) throws IOException {
        return empty();
    }

    /**
     * Reads an error of GLPI that is also a result of this operation, such as the end of a list.
     *
     * @param code GLPI's code
     * @param response its parser is on GLPI's message, or on the end of the array if there is none
     * @return the result, or null if the error is a failure
     * @throws IOException as {@link #read}
     */
    default @Nullable T readError(String code, Response response) throws IOException {
        return null;
    }

    /** {@return the operation that undoes this one if its response arrives after the call has ended, or null} */
    default @Nullable Operation<?> undoing(T value) {
        return null;
    }

    /** Reads the response of an operation that creates an item. */
    interface Creation<T extends @Nullable Object> extends JsonHandler<T> {

        /** {@return the result if the response shows no more than the new item's id} */
        T created(long id);
    }
}
