package io.github.glpi4j.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.glpi4j.benchmarks.contender.SampleResponse;
import io.github.glpi4j.benchmarks.item.ItemResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers {@code initSession} with a recorded response of GLPI, including headers and chunks, over persistent connections,
 * and requests for computers with an {@link ItemResponse}. Runs in its own process, so that its allocation and CPU time are not attributed to clients. It stops when its standard
 * input ends.
 */
final class CannedServer {

    /** Below this path, responses are delayed like GLPI's. */
    static final String SLOW = "/slow";

    /** Below this path, responses are complete for HTTP, but their JSON lacks the last character. */
    static final String BROKEN = "/broken";

    private static final long DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int BACKLOG = 1024;

    /** As many bytes as nginx reads from PHP at once. */
    private static final int CHUNK = 8192;

    private static final String HEAD = """
            HTTP/1.1 %s\r
            Server: nginx/1.22.1\r
            Date: Tue, 24 Nov 2026 02:31:09 GMT\r
            Content-Type: application/json; charset=UTF-8\r
            Transfer-Encoding: chunked\r
            Connection: keep-alive\r
            Access-Control-Expose-Headers: content-type, content-range, accept-range\r
            Pragma: no-cache\r
            Cache-Control: no-store, no-cache, must-revalidate\r
            Expires: Mon, 26 Jul 1997 05:00:00 GMT\r
            %s\r
            """;

    private static final byte[] SMALL = chunked(SampleResponse.SMALL.body());
    private static final byte[] FULL = chunked(SampleResponse.FULL.body());
    private static final byte[] BROKEN_SMALL = chunked(withoutEnd(SampleResponse.SMALL.body()));
    private static final byte[] BROKEN_FULL = chunked(withoutEnd(SampleResponse.FULL.body()));

    private CannedServer() {}

    /**
     * Prints its port and serves until standard input ends.
     *
     * @param args none
     * @throws IOException if there is no port to listen on
     */
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            daemon(() -> accept(server));
            System.out.println(server.getLocalPort());
            while (System.in.read() >= 0) {
                // Only the end of the input is expected.
            }
        }
    }

    private static void accept(ServerSocket server) {
        try {
            while (true) {
                Socket client = server.accept();
                daemon(() -> serve(client));
            }
        } catch (IOException closed) {
            // The end of the process.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "canned");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            CannedRequest.Reader requests = new CannedRequest.Reader(client.getInputStream());
            for (CannedRequest request = requests.next(); request != null; request = requests.next()) {
                client.getOutputStream().write(answer(request));
            }
        } catch (IOException gone) {
            // The client closed the connection or its process ended.
        }
    }

    private static byte[] answer(CannedRequest request) {
        boolean broken = request.line().contains(BROKEN);
        if (request.line().contains(SLOW)) {
            LockSupport.parkNanos(DELAY_NANOS);
        }
        if (request.line().contains("/Computer")) {
            ItemResponse items = ItemResponse.to(request.line(), request.body());
            byte[] body = items.json().getBytes(ISO_8859_1);
            return chunked(items.status(), items.headers(), broken ? withoutEnd(body) : body);
        }
        boolean full = request.line().contains("get_full_session=true");
        return full ? (broken ? BROKEN_FULL : FULL) : (broken ? BROKEN_SMALL : SMALL);
    }

    private static byte[] withoutEnd(byte[] json) {
        return Arrays.copyOf(json, json.length - 1);
    }

    private static byte[] chunked(byte[] body) {
        return chunked("200 OK", "", body);
    }

    private static byte[] chunked(String status, String headers, byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(body.length + CHUNK);
        answer.writeBytes(HEAD.formatted(status, headers).getBytes(ISO_8859_1));
        for (int from = 0; from < body.length; from += CHUNK) {
            int length = Math.min(CHUNK, body.length - from);
            answer.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            answer.write(body, from, length);
            answer.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        answer.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return answer.toByteArray();
    }
}
