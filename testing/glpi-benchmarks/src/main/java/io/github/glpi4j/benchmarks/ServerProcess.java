package io.github.glpi4j.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.glpi4j.benchmarks.item.ItemWork;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;

/** Runs a {@link CannedServer} in its own process. */
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

    /** The base URL with immediate responses. */
    URI fast() {
        return base("");
    }

    /** The base URL with responses after 20 ms. */
    URI slow() {
        return base(CannedServer.SLOW);
    }

    /** The base URL with truncated JSON. */
    URI broken() {
        return base(CannedServer.BROKEN);
    }

    /** The base URL of a list of computers. */
    URI computers(int rows) {
        return base("/" + rows);
    }

    /** The base URL of the list of computers for some work. */
    URI computers(ItemWork work) {
        return work.isSlow() ? base(CannedServer.SLOW + "/" + work.rows()) : computers(work.rows());
    }

    /** The base URL of a list of computers with truncated JSON. */
    URI brokenComputers(int rows) {
        return base(CannedServer.BROKEN + "/" + rows);
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
