package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.VertxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Listens to what Vert.x's blocked-thread checker says. It can only be read where it is logged: on the error stream, which
 * is what the logger of the tests writes to. Other checkers have other limits, and so are told apart.
 */
final class BlockedThreads implements AutoCloseable {

    private static final int LIMIT_MILLIS = 200;
    private static final int INTERVAL_MILLIS = 20;
    private static final String REPORT = "ms, time limit is " + LIMIT_MILLIS + " ms";

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    BlockedThreads() {
        System.setErr(new PrintStream(new Tee(before, heard), true, UTF_8));
    }

    /** Of a Vert.x whose event loops must not be blocked for 200 ms. */
    VertxOptions options() {
        VertxOptions options = new VertxOptions();
        options.setBlockedThreadCheckInterval(INTERVAL_MILLIS);
        options.setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS);
        options.setMaxEventLoopExecuteTime(LIMIT_MILLIS);
        options.setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS);
        return options;
    }

    /** Forgets what was said so far. */
    void reset() {
        heard.reset();
    }

    List<String> reports() {
        return heard.toString(UTF_8)
                .lines()
                .filter(line -> line.contains(REPORT))
                .toList();
    }

    @Override
    public void close() {
        System.setErr(before);
    }

    private static final class Tee extends OutputStream {

        private final OutputStream one;
        private final OutputStream other;

        Tee(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int next) throws IOException {
            one.write(next);
            other.write(next);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            one.write(bytes, from, length);
            other.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            one.flush();
        }
    }
}
