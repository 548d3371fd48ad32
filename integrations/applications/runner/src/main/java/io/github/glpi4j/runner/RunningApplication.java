package io.github.glpi4j.runner;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An application in its own process. */
final class RunningApplication implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final int port;
    private final Duration deadline;

    private RunningApplication(Process process, Path log, int port, Duration deadline) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.deadline = deadline;
    }

    static RunningApplication start(RunOptions options, int port, Map<String, String> environment) throws IOException {
        Path folder = options.log().toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        ProcessBuilder builder = new ProcessBuilder(options.command())
                .redirectErrorStream(true)
                .redirectOutput(options.log().toFile());
        builder.environment().putAll(environment);
        return new RunningApplication(builder.start(), options.log(), port, options.deadline());
    }

    /** Waits until a path answers 200. */
    void awaitReady(String path) throws IOException, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (System.nanoTime() < end) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw failure("ended before it was ready, with exit code " + process.exitValue());
            }
            if (request(path).isPresent()) {
                return;
            }
        }
        throw failure("was not ready after " + deadline.toSeconds() + " s");
    }

    /** {@return the body of the response to a request for a path, which contains the expected text} */
    String check(String path, String expected) throws IOException {
        String body = request(path).orElseThrow(() -> failure("did not answer " + path + " with 200"));
        if (!body.contains(expected)) {
            throw failure("answered " + path + " without \"" + expected + "\": " + body);
        }
        return body;
    }

    private Optional<String> request(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setConnectTimeout((int) deadline.toMillis());
        connection.setReadTimeout((int) deadline.toMillis());
        connection.setRequestProperty("Connection", "close");
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (InputStream body = connection.getInputStream()) {
                return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (SocketException notReady) { // Not listening, or it closes connections while it starts or ends.
            return Optional.empty();
        } finally {
            connection.disconnect();
        }
    }

    /** Asks the application to end: SIGTERM on Unix. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end of the process. */
    void awaitExit(int expected) throws InterruptedException {
        if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            throw failure("did not end within " + deadline.toSeconds() + " s");
        }
        if (process.exitValue() != expected) {
            throw failure("ended with exit code " + process.exitValue() + " instead of " + expected);
        }
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    private IllegalStateException failure(String message) {
        return new IllegalStateException("The application " + message + "; its output is in " + log);
    }

    /** Ends the application and the processes that it has started, if they have not ended by themselves. */
    @Override
    public void close() {
        List<ProcessHandle> descendants = process.descendants().toList(); // Unknown once the process has ended.
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}
