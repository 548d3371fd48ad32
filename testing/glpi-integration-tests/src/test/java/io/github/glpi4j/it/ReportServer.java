package io.github.glpi4j.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ServerSocketFactory;

/** Sends the responses of a report byte for byte, and records the requests. */
final class ReportServer implements AutoCloseable {

    private static final Pattern SESSION_TOKEN = Pattern.compile("^\\W*\"session_token\": ?\"(\\w+)\"");

    private final JsonNode answers;
    private final ServerSocket listener;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Map<JsonNode, Integer> sent = new ConcurrentHashMap<>();

    ReportServer(PublicReport report, ServerSocketFactory sockets) {
        this.answers = report.answers();
        try {
            InetAddress address =
                    InetAddress.getByName(report.call().path("ipv6").asBoolean() ? "::1" : "127.0.0.1");
            this.listener = sockets.createServerSocket(0, 50, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Each with its first line, its headers and its body. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The session tokens that were issued in plain JSON. */
    Set<String> sessionTokens() {
        return sent.keySet().stream()
                .map(answer -> SESSION_TOKEN.matcher(new String(PublicReport.body(answer), StandardCharsets.UTF_8)))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static void start(Runnable loop) {
        Thread thread = new Thread(loop, "report-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                connections.add(connection);
                start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                String body = body(in, head);
                requests.add(head + body);
                JsonNode answer = answer(head, body);
                send(connection.getOutputStream(), answer);
                if (answer.path("silent").asBoolean()) {
                    in.transferTo(OutputStream.nullOutputStream());
                } else if (answer.path("close").asBoolean()) {
                    return;
                }
            }
        } catch (IOException closed) {
            // Closed by the client or at the end of the test.
        } finally {
            connections.remove(connection);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            if (b == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private static String body(InputStream in, String head) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("\r\ntransfer-encoding: chunked")) {
            ByteArrayOutputStream chunks = new ByteArrayOutputStream();
            while (!chunks.toString(StandardCharsets.ISO_8859_1).endsWith("0\r\n\r\n")) {
                chunks.write(in.read());
            }
            return chunks.toString(StandardCharsets.UTF_8);
        }
        int at = lower.indexOf("\r\ncontent-length: ");
        if (at < 0) {
            return "";
        }
        String length = lower.substring(at + 18, lower.indexOf("\r\n", at + 2)).strip();
        return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }

    private synchronized JsonNode answer(String head, String body) {
        for (JsonNode answer : answers) {
            int times = answer.path("times").asInt(Integer.MAX_VALUE);
            if (fits(answer.path("when"), head, body) && sent.getOrDefault(answer, 0) < times) {
                sent.merge(answer, 1, Integer::sum);
                return answer;
            }
        }
        return answers.path(-1);
    }

    private static boolean fits(JsonNode when, String head, String body) {
        String line = head.substring(0, head.indexOf("\r\n"));
        return line.contains(when.path("line").asText())
                && head.toLowerCase(Locale.ROOT)
                        .contains(when.path("head").asText().toLowerCase(Locale.ROOT))
                && body.contains(when.path("body").asText());
    }

    private static void send(OutputStream out, JsonNode answer) throws IOException {
        byte[] body = PublicReport.body(answer);
        StringBuilder head = new StringBuilder(answer.path("http").asText("HTTP/1.1"))
                .append(' ')
                .append(answer.path("status").asInt(500))
                .append(' ')
                .append(answer.path("reason").asText("Internal Server Error"))
                .append("\r\n");
        for (JsonNode header : answer.path("headers")) {
            head.append(header.path(0).asText())
                    .append(": ")
                    .append(header.path(1).asText())
                    .append("\r\n");
        }
        if (!answer.path("asIs").asBoolean()) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
