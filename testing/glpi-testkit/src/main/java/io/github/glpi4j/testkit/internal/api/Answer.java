package io.github.glpi4j.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back to the client; immutable. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
    }

    private static Answer of(int status, Map<String, String> headers, String body) {
        return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer json(int status, JsonNode body) {
        return ofApi(status, body.toString());
    }

    /** What GLPI 9.5 sends where it has nothing to say, and others where they cannot say it in JSON. */
    public static Answer empty(int status) {
        return ofApi(status, "");
    }

    public static Answer ofHighLevelApi(int status, JsonNode body) {
        return of(status, Map.of("Content-Type", "application/json"), body.toString());
    }

    private static Answer ofApi(int status, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=UTF-8");
        headers.put("Pragma", "no-cache");
        headers.put("Cache-Control", "no-store, no-cache, must-revalidate");
        headers.put("Expires", "Mon, 26 Jul 1997 05:00:00 GMT");
        return of(status, headers, body);
    }

    /** A page that PHP writes; its cache headers are those of PHP's sessions, not GLPI's. */
    public static Answer page(String html) {
        return html(200, html);
    }

    static Answer html(int status, String html) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/html; charset=UTF-8");
        headers.put("Expires", "Thu, 19 Nov 1981 08:52:00 GMT");
        headers.put("Cache-Control", "no-store, no-cache, must-revalidate");
        headers.put("Pragma", "no-cache");
        return of(status, headers, html);
    }

    /** The page that GLPI 11 shows where its own code has failed or is not to be used. */
    public static Answer crashPage(int status, String html) {
        return of(
                status, Map.of("Content-Type", "text/html; charset=UTF-8", "Cache-Control", "no-cache, private"), html);
    }

    /** The same for a client that accepts JSON. */
    static Answer crashJson(int status, JsonNode body) {
        return of(
                status,
                Map.of("Content-Type", "application/json", "Cache-Control", "no-cache, private"),
                body.toString());
    }

    public static Answer emptyHtml() {
        return of(200, Map.of("Content-Type", "text/html; charset=UTF-8"), "");
    }

    /** A file, which a browser may keep. */
    public static Answer file(int status, byte[] bytes) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Expires", "Thu, 19 Nov 1981 08:52:00 GMT");
        headers.put("Cache-Control", "private");
        return new Answer(status, headers, bytes);
    }

    /** A file as GLPI 11 sends it. */
    public static Answer fileOf11(int status, byte[] bytes) {
        return new Answer(status, Map.of("Cache-Control", "must-revalidate, private"), bytes);
    }

    /** An error of the web server in front of PHP. */
    public static Answer ofWebServer(int status, String text) {
        return of(status, Map.of("Content-Type", "text/html"), Pages.webServerError(status, text));
    }

    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    public int status() {
        return status;
    }

    /** In the order they are written. */
    public Map<String, String> headers() {
        return headers;
    }

    public byte[] bytes() {
        return body.clone();
    }
}
