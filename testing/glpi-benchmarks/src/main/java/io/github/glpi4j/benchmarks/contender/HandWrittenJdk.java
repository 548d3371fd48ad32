package io.github.glpi4j.benchmarks.contender;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** A client written with the JDK's HttpClient and Jackson. */
final class HandWrittenJdk implements Contender {

    private final URI base;

    /** The client itself opens as many connections as there are requests. */
    private final Semaphore connections;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HandWrittenJdk(URI base, int connections) {
        this.base = base;
        this.connections = new Semaphore(connections);
    }

    @Override
    public SessionValues open(SampleResponse answer) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + answer.target()))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Authorization", "user_token " + Glpi4j.USER_TOKEN)
                .build();
        HttpResponse<byte[]> response = send(request);
        return SessionValues.read(answer, response.statusCode(), SessionValues.READER.readTree(response.body()));
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        connections.acquire();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } finally {
            connections.release();
        }
    }

    /** On Java 17 it ends when it is no longer referenced. */
    @Override
    public void close() {}
}
