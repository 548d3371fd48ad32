package io.github.glpi4j.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;

/** A {@link CannedServer} in a process of its own. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServerProcess start() throws IOException {
        Process process = Jvm.command(CannedServer.class, "-Xmx64m", "-XX:+UseSerialGC")
                .redirectError(Redirect.INHERIT)
                .start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII)).readLine();
        if (port == null) {
            throw new IOException("the canned server did not start");
        }
        return new ServerProcess(process, Integer.parseInt(port));
    }

    /** Where answers come at once. */
    URI fast() {
        return base("");
    }

    /** Where answers come after 20 ms. */
    URI slow() {
        return base(CannedServer.SLOW);
    }

    /** Where the JSON of answers breaks off. */
    URI broken() {
        return base(CannedServer.BROKEN);
    }

    private URI base(String path) {
        return URI.create("http://127.0.0.1:" + port + path + "/apirest.php");
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
