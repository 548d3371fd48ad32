package io.github.glpi4j.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.glpi4j.benchmarks.contender.SampleResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers {@code initSession} with a recorded response of GLPI, including headers and chunks, over persistent connections.
 * Runs in its own process, so that its allocation and CPU time are not attributed to clients. It stops when its standard
 * input ends.
 */
final class CannedServer {

    /** Below this path, responses are delayed like GLPI's. */
    static final String SLOW = "/slow";

    /** Below this path, responses are complete for HTTP, but their JSON lacks the last character. */
    static final String BROKEN = "/broken";

    private static final long DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int BACKLOG = 1024;

    private static final String HEAD = """
            HTTP/1.1 200 OK\r
            Server: nginx/1.22.1\r
            Date: Tue, 24 Nov 2026 02:31:09 GMT\r
            Content-Type: application/json; charset=UTF-8\r
            Transfer-Encoding: chunked\r
            Connection: keep-alive\r
            Access-Control-Expose-Headers: content-type, content-range, accept-range\r
            Pragma: no-cache\r
            Cache-Control: no-store, no-cache, must-revalidate\r
            Expires: Mon, 26 Jul 1997 05:00:00 GMT\r
            \r
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
        byte[] request = new byte[8192];
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = client.getInputStream();
            int length = 0;
            for (int n = in.read(request); n >= 0; n = in.read(request, length, request.length - length)) {
                length += n;
                if (ends(request, length)) {
                    answer(client, new String(request, 0, Math.min(length, 128), ISO_8859_1));
                    length = 0;
                }
            }
        } catch (IOException gone) {
            // The client closed the connection or its process ended.
        }
    }

    /** Requests have no body and are not pipelined. */
    private static boolean ends(byte[] request, int length) {
        return length >= 4
                && request[length - 4] == '\r'
                && request[length - 3] == '\n'
                && request[length - 2] == '\r'
                && request[length - 1] == '\n';
    }

    private static void answer(Socket client, String start) throws IOException {
        boolean full = start.contains("get_full_session=true");
        boolean broken = start.contains(BROKEN);
        if (start.contains(SLOW)) {
            LockSupport.parkNanos(DELAY_NANOS);
        }
        client.getOutputStream().write(full ? (broken ? BROKEN_FULL : FULL) : (broken ? BROKEN_SMALL : SMALL));
    }

    private static byte[] withoutEnd(byte[] json) {
        return Arrays.copyOf(json, json.length - 1);
    }

    private static byte[] chunked(byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(HEAD.getBytes(ISO_8859_1));
        answer.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(ISO_8859_1));
        answer.writeBytes(body);
        answer.writeBytes("\r\n0\r\n\r\n".getBytes(ISO_8859_1));
        return answer.toByteArray();
    }
}
