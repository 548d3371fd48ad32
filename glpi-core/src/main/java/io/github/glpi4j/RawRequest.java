package io.github.glpi4j;

import java.time.Duration;

/**
 * A request to an endpoint for which this library has no method, and its options. Immutable; each method returns a new
 * call. The result is the body of the response: JSON as text, or an empty text.
 *
 * <p>The request is sent in the session like any other: the session is opened and renewed as needed, and errors are the
 * same. An empty response with status 200 that is not declared as JSON is a failure, because PHP sends one when it
 * crashes.
 */
public interface RawRequest extends Call<String> {

    /**
     * Adds a parameter to the query, or replaces the value of one.
     *
     * @param name the name, such as {@code criteria[0][field]}; encoded
     * @param value the value; encoded
     * @return a new call
     */
    @CheckReturnValue
    RawRequest query(String name, String value);

    /**
     * Sets the body.
     *
     * @param json the body in JSON, such as <code>{"input":{"name":"lab"}}</code>; GLPI rejects a body of a {@code GET}
     * @return a new call
     * @throws IllegalArgumentException if the text is not JSON
     */
    @CheckReturnValue
    RawRequest body(String json);

    /**
     * {@return this call, declaring that the request may be repeated if its response is lost} Use it for what only reads.
     * Otherwise, the request is never repeated once a byte of it may have been sent, whatever its method: GLPI changes
     * data by {@code GET} as well.
     */
    @CheckReturnValue
    RawRequest repeatable();

    @Override
    @CheckReturnValue
    RawRequest timeout(Duration timeout);

    @Override
    @CheckReturnValue
    RawRequest header(String name, String value);
}
