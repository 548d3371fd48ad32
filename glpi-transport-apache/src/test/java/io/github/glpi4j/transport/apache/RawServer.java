package io.github.glpi4j.transport.apache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a plain socket: it notes what arrives, and each request runs one script on its connection. */
final class RawServer implements AutoCloseable {

    /** Answers on the connection that a request came in by; keeps it open by returning. */
    interface Script {
        void run(Socket connection) throws IOException;
    }

    private final ServerSocket socket;
    private final Script script;
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();

    RawServer(Script script) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = script;
        start("raw-server", this::accept);
    }

    /** A server that sends the same bytes for every request. */
    static RawServer answering(String answer) throws IOException {
        return new RawServer(connection -> send(connection, answer));
    }

    static void send(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int connections() {
        return accepted.get();
    }

    /** The next request, as it came. */
    String nextRequest() throws InterruptedException {
        String request = requests.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    List<String> requestsSoFar() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                accepted.incrementAndGet();
                connections.add(connection);
                start("raw-server-connection", () -> serve(connection));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket connection) {
        try {
            for (String request = read(connection); !request.isEmpty(); request = read(connection)) {
                requests.add(request);
                script.run(connection);
            }
        } catch (IOException | UncheckedIOException gone) {
            // the client hung up, or the test is over
        }
    }

    private static String read(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        int bodyStart = -1;
        int length = 0;
        while (bodyStart < 0 || request.size() < bodyStart + length) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            request.write(b);
            if (bodyStart < 0 && b == '\n') {
                String head = request.toString(StandardCharsets.ISO_8859_1);
                if (head.endsWith("\r\n\r\n")) {
                    bodyStart = request.size();
                    length = head.lines()
                            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                            .mapToInt(
                                    line -> Integer.parseInt(line.substring(15).trim()))
                            .findFirst()
                            .orElse(0);
                }
            }
        }
        return request.toString(StandardCharsets.ISO_8859_1);
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
