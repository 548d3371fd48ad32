package io.github.glpi4j.session.jcache;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A {@code redis-server} process on a free port of 127.0.0.1, which writes nothing to disk. */
final class RedisServer implements AutoCloseable {

    private final Process process;
    private final int port;

    private RedisServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** {@return the program, if it is installed} */
    static Optional<Path> program() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static RedisServer start(Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return start(folder, port);
    }

    /** Starts an empty server where this one was. */
    RedisServer restart(Path folder) throws IOException, InterruptedException {
        close();
        return start(folder, port);
    }

    private static RedisServer start(Path folder, int port) throws IOException, InterruptedException {
        Path log = folder.resolve("redis.log");
        Process process = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--dir",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RedisServer server = new RedisServer(process, port);
        for (int i = 0; i < 300; i++) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return server;
            } catch (IOException e) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IOException("redis-server ended: " + Files.readString(log), e);
                }
            }
        }
        server.close();
        throw new IOException("redis-server did not open its port: " + Files.readString(log));
    }

    String address() {
        return "redis://127.0.0.1:" + port;
    }

    /** Stops or continues the process: its connections stay open meanwhile, and nothing answers. */
    void suspend(boolean stop) throws IOException, InterruptedException {
        new ProcessBuilder("kill", stop ? "-STOP" : "-CONT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
