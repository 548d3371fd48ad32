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
