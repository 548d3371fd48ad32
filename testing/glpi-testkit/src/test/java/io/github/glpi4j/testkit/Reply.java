package io.github.glpi4j.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A complete response; the content has one char per byte. */
record Reply(int status, Map<String, String> headers, String content) {

    static Reply parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String[] head = text.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            headers.put(
                    head[i].substring(0, colon), head[i].substring(colon + 1).strip());
        }
        String rest = text.substring(end + 4);
        String body = "chunked".equals(headers.get("Transfer-Encoding")) ? joinChunks(rest) : rest;
        return new Reply(Integer.parseInt(head[0].split(" ", -1)[1]), headers, body);
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    String body() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private static String joinChunks(String chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int from = 0;
        // A response to HEAD announces chunks but has none.
        while (from < chunks.length()) {
            int line = chunks.indexOf("\r\n", from);
            int size = Integer.parseInt(chunks.substring(from, line), 16);
            out.writeBytes(chunks.substring(line + 2, line + 2 + size).getBytes(StandardCharsets.ISO_8859_1));
            from = size == 0 ? chunks.length() : line + 2 + size + 2;
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    JsonNode json() {
        try {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body(), e);
        }
    }

    /** The first element of an error. */
    String code() {
        return json().path(0).asText();
    }

    /** The second element of an error. */
    String message() {
        return json().path(1).asText();
    }

    String sessionToken() {
        return json().path("session_token").asText();
    }

    String contentType() {
        return headers.getOrDefault("Content-Type", "");
    }

    /** Status and code of an error, or the status alone. */
    String outcome() {
        return status + (body().startsWith("[\"ERROR") ? " " + code() : "");
    }
}
