package org.example.desk;

import com.sun.net.httpserver.HttpServer;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Logs in over each transport, at a server that knows one answer. */
public final class Desk {

    private Desk() {}

    /**
     * Prints the transports that were found.
     *
     * @param args none
     * @throws IOException if there is no port
     */
    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = "{\"session_token\":\"of-the-desk\"}".getBytes(StandardCharsets.UTF_8);
        server.createContext("/apirest.php/initSession", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            for (String transport : List.of("apache", "vertx")) {
                logIn(url, transport);
            }
        } finally {
            server.stop(0);
        }
    }

    private static void logIn(String url, String transport) {
        try (GlpiClient glpi = GlpiClient.builder(url)
                .credentials(Credentials.userToken("user-token"))
                .transport(transport)
                .build()) {
            String token = glpi.initSession().execute().sessionToken();
            if (!token.equals("of-the-desk")) {
                throw new IllegalStateException(transport + " logged in as " + token);
            }
            System.out.println("logged in over " + transport);
        }
    }
}
