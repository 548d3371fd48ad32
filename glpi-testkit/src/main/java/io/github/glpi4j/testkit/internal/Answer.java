package io.github.glpi4j.testkit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back to the client; immutable.
 *
 * @param status the HTTP status
 * @param headers in the order they are written
 * @param body the body, empty for none
 */
record Answer(int status, Map<String, String> headers, String body) {

    /** Keeps its own unmodifiable copy of the headers, in their order. */
    Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static Answer json(int status, JsonNode body) {
        return ofApi(status, body.toString());
    }

    /** What GLPI 9.5 sends where it has nothing to say. */
    static Answer empty() {
        return ofApi(200, "");
    }

    static Answer ofHighLevelApi(int status, JsonNode body) {
        return new Answer(status, Map.of("Content-Type", "application/json"), body.toString());
    }

    private static Answer ofApi(int status, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=UTF-8");
        headers.put("Pragma", "no-cache");
        headers.put("Cache-Control", "no-store, no-cache, must-revalidate");
        headers.put("Expires", "Mon, 26 Jul 1997 05:00:00 GMT");
        return new Answer(status, headers, body);
    }

    /** A page that PHP writes; its cache headers are those of PHP's sessions, not GLPI's. */
    static Answer page(String html) {
        return html(200, html);
    }

    static Answer html(int status, String html) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/html; charset=UTF-8");
        headers.put("Expires", "Thu, 19 Nov 1981 08:52:00 GMT");
        headers.put("Cache-Control", "no-store, no-cache, must-revalidate");
        headers.put("Pragma", "no-cache");
        return new Answer(status, headers, html);
    }

    static Answer emptyHtml() {
        return new Answer(200, Map.of("Content-Type", "text/html; charset=UTF-8"), "");
    }

    /** An error of the web server in front of PHP. */
    static Answer ofWebServer(int status, String text) {
        return new Answer(status, Map.of("Content-Type", "text/html"), Pages.webServerError(status, text));
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
