package io.github.glpi4j.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response; immutable. */
public final class ApiResponse {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private ApiResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
    }

    private static ApiResponse of(int status, Map<String, String> headers, String body) {
        return new ApiResponse(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    public static ApiResponse json(int status, JsonNode body) {
        return ofApi(status, body.toString());
    }

    /** What GLPI 9.5 sends when it has no result, and other versions when the result cannot be encoded as JSON. */
    public static ApiResponse empty(int status) {
        return ofApi(status, "");
    }

    /** A body that claims to be JSON. */
    public static ApiResponse text(int status, String body) {
        return ofApi(status, body);
    }

    public static ApiResponse ofHighLevelApi(int status, JsonNode body) {
        return of(status, Map.of("Content-Type", "application/json"), body.toString());
    }

    private static ApiResponse ofApi(int status, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=UTF-8");
        headers.put("Pragma", "no-cache");
        headers.put("Cache-Control", "no-store, no-cache, must-revalidate");
        headers.put("Expires", "Mon, 26 Jul 1997 05:00:00 GMT");
        return of(status, headers, body);
    }

    /** A page written by PHP; its cache headers are those of PHP's sessions. */
    public static ApiResponse page(String html) {
        return html(200, html);
    }

    static ApiResponse html(int status, String html) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/html; charset=UTF-8");
        headers.put("Expires", "Thu, 19 Nov 1981 08:52:00 GMT");
        headers.put("Cache-Control", "no-store, no-cache, must-revalidate");
        headers.put("Pragma", "no-cache");
        return of(status, headers, html);
    }

    /** The page of GLPI 11 for internal errors and maintenance. */
    public static ApiResponse crashPage(int status, String html) {
        return of(
                status, Map.of("Content-Type", "text/html; charset=UTF-8", "Cache-Control", "no-cache, private"), html);
    }

    /** The same for a client that accepts JSON. */
    static ApiResponse crashJson(int status, JsonNode body) {
        return of(
                status,
                Map.of("Content-Type", "application/json", "Cache-Control", "no-cache, private"),
                body.toString());
    }

    /** What PHP sends without content. */
    public static ApiResponse noContent() {
        return html(204, "");
    }

    public static ApiResponse emptyHtml() {
        return of(200, Map.of("Content-Type", "text/html; charset=UTF-8"), "");
    }

    /** A file, which browsers may cache. */
    public static ApiResponse file(int status, byte[] bytes) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Expires", "Thu, 19 Nov 1981 08:52:00 GMT");
        headers.put("Cache-Control", "private");
        return new ApiResponse(status, headers, bytes);
    }

    /** A file sent by GLPI 11. */
    public static ApiResponse fileOf11(int status, byte[] bytes) {
        return new ApiResponse(status, Map.of("Cache-Control", "must-revalidate, private"), bytes);
    }

    /** An error of the web server in front of PHP. */
    public static ApiResponse ofWebServer(int status, String text) {
        return of(status, Map.of("Content-Type", "text/html"), Pages.webServerError(status, text));
    }

    public ApiResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body);
    }

    public int status() {
        return status;
    }

    /** In the order in which they are written. */
    public Map<String, String> headers() {
        return headers;
    }

    public byte[] bytes() {
        return body.clone();
    }
}
