package io.github.glpi4j.runner;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/** A small application that opens a session and ends it, and makes the mistake that its argument names. */
final class SampleApplication {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private static final List<Socket> LEAKED = new ArrayList<>();

    private SampleApplication() {}

    public static void main(String... arguments) throws Exception {
        String mistake = arguments[0];
        if (mistake.equals("be a child")) {
            waitFor(Integer.parseInt(System.getenv("PARENT_PORT")));
            return;
        }
        URI url = URI.create(System.getenv("GLPI_URL"));
        String token = get(url + "/initSession", "Authorization", "user_token " + System.getenv("GLPI_USER_TOKEN"))
                .replaceAll(".*\"session_token\":\"([^\"]+)\".*", "$1");
        switch (mistake) {
            case "none", "server", "slow server", "server that shows a token" -> System.out.println("a normal line");
            case "session" -> {
                return;
            }
            case "thread" -> start("glpi4j-late-1", true);
            case "hanging thread" -> start("main-2", false);
            case "socket" -> LEAKED.add(new Socket(InetAddress.getLoopbackAddress(), url.getPort()));
            case "user token" -> System.out.println("using " + System.getenv("GLPI_USER_TOKEN"));
            case "session token" -> System.out.println("using " + token);
            case "child" -> startChild();
            case "exit code" -> {
                get(url + "/killSession", "Session-Token", token);
                System.exit(3);
            }
            default -> throw new IllegalArgumentException(mistake);
        }
        if (mistake.equals("slow server")) {
            resetConnections();
        }
        if (mistake.contains("server")) {
            serve(mistake.equals("server that shows a token") ? "answer " + token : "answer");
        }
        get(url + "/killSession", "Session-Token", token);
    }

    /** As a server does whose port is open before it can serve. */
    private static void resetConnections() throws IOException {
        int port = Integer.parseInt(System.getenv("PORT"));
        try (ServerSocket listening = new ServerSocket(port, 10, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 3; i++) {
                try (Socket connection = listening.accept()) {
                    connection.setSoLinger(true, 0);
                }
            }
        }
    }

    private static void startChild() throws IOException, InterruptedException {
        new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SampleApplication.class.getName(),
                        "be a child")
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Ends when the other side does. */
    private static void waitFor(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            System.exit(socket.getInputStream().read());
        }
    }

    private static void serve(String answer) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("PORT"))), 0);
        server.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        Thread main = Thread.currentThread();
        CountDownLatch terminated = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            terminated.countDown();
            try {
                main.join(); // Ends the session first.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        server.start();
        try {
            terminated.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        server.stop(0);
    }

    private static void start(String name, boolean daemon) {
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(daemon);
            return thread;
        };
        factory.newThread(() -> {
                    try {
                        NEVER.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .start();
    }

    private static String get(String url, String header, String value) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        Map.of(
                        header,
                        value,
                        "App-Token",
                        System.getenv("GLPI_APP_TOKEN"),
                        "Content-Type",
                        "application/json",
                        "Connection",
                        "close")
                .forEach(connection::setRequestProperty);
        try (InputStream body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
