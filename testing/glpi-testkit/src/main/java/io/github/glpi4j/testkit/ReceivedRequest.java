package io.github.glpi4j.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it arrived at the socket, before any switch dropped something from it. Immutable. */
public final class ReceivedRequest {
    private final String method;
    private final String url;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final String callerAddress;

    private ReceivedRequest(
            String method, String url, Map<String, List<String>> headers, byte[] body, String callerAddress) {
        this.method = Objects.requireNonNull(method, "method");
        this.url = Objects.requireNonNull(url, "url");
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                copy.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        this.headers = Collections.unmodifiableMap(copy);
        this.body = body.clone();
        this.callerAddress = Objects.requireNonNull(callerAddress, "callerAddress");
    }

    /**
     * Describes a request.
     *
     * @param method the verb
     * @param url path and query as sent
     * @param headers all headers with all their values
     * @param body the body, empty if none
     * @param callerAddress where it came from
     * @return the request
     */
    public static ReceivedRequest of(
            String method, String url, Map<String, List<String>> headers, byte[] body, String callerAddress) {
        return new ReceivedRequest(method, url, headers, body, callerAddress);
    }

    /**
     * The verb.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * Path and query, undecoded.
     *
     * @return such as {@code /apirest.php/initSession?get_full_session=true}
     */
    public String url() {
        return url;
    }

    /**
     * The part of {@link #url()} before the question mark.
     *
     * @return the undecoded path
     */
    public String path() {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    /**
     * The part of {@link #url()} behind the question mark.
     *
     * @return the undecoded query, empty if there is none
     */
    public String query() {
        int question = url.indexOf('?');
        return question < 0 ? "" : url.substring(question + 1);
    }

    /**
     * All headers; the map finds a name in any case.
     *
     * @return name to values
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * One header; several of one name are joined by a comma, as PHP gets them.
     *
     * @param name the name in any case
     * @return the value, empty if it was not sent
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
    }

    /**
     * The body.
     *
     * @return a copy of its bytes, empty if there was none
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The body read as UTF-8.
     *
     * @return its text, empty if there was none
     */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The address of the other end.
     *
     * @return such as {@code 127.0.0.1}
     */
    public String callerAddress() {
        return callerAddress;
    }

    /** Names verb and path only: query, headers and body may hold secrets. */
    @Override
    public String toString() {
        return "ReceivedRequest[" + method + " " + path() + "]";
    }
}
