package io.github.glpi4j.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request written byte by byte onto a socket, so that no HTTP client changes it. Immutable. */
final class Wire {
    private final String method;
    private final URI url;
    private final List<String> headers;
    private final byte[] body;

    private Wire(String method, URI url, List<String> headers, byte[] body) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    static Wire of(String method, String url) {
        return new Wire(method, URI.create(url), List.of(), new byte[0]);
    }

    static Wire get(String url) {
        return of("GET", url).json();
    }

    Wire json() {
        return header("Content-Type", "application/json");
    }

    Wire header(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new Wire(method, url, more, body);
    }

    Wire basic(String login, String password) {
        byte[] pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    Wire body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    Wire body(byte[] bytes) {
        return new Wire(method, url, headers, bytes);
    }

    Reply send() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes());
            out.flush();
            return Reply.parse(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the same request without a socket. */
    Reply answeredBy(FakeGlpi glpi) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        byName.put("Host", List.of(url.getAuthority()));
        for (String header : headers) {
            int colon = header.indexOf(':');
            byName.computeIfAbsent(header.substring(0, colon), name -> new ArrayList<>())
                    .add(header.substring(colon + 2));
        }
        GlpiResponse response = glpi.answer(GlpiRequest.of(method, target(), byName, body));
        return new Reply(
                response.status(), response.headers(), new String(response.body(), StandardCharsets.ISO_8859_1));
    }

    private String target() {
        return url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }

    private byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1:").append(url.getPort()).append("\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
