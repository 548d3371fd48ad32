package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.VertxOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Captures the reports of Vert.x's blocked-thread checker. They are only available in the log, which the tests write to
 * the error stream. The limit identifies the checker.
 */
final class BlockedThreads implements AutoCloseable {

    private static final int LIMIT_MILLIS = 200;
    private static final int INTERVAL_MILLIS = 20;
    private static final String REPORT = "ms, time limit is " + LIMIT_MILLIS + " ms";

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    BlockedThreads() {
        System.setErr(new PrintStream(heard, true, UTF_8));
    }

    /** For a Vert.x whose event loops must not be blocked for 200 ms. */
    VertxOptions options() {
        VertxOptions options = new VertxOptions();
        options.setBlockedThreadCheckInterval(INTERVAL_MILLIS);
        options.setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS);
        options.setMaxEventLoopExecuteTime(LIMIT_MILLIS);
        options.setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS);
        return options;
    }

    /** Discards the reports so far. */
    void reset() {
        passOnTheRest();
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
        passOnTheRest();
    }

    /** Reports go to the test, which provokes some; everything else goes to the log. */
    private void passOnTheRest() {
        heard.toString(UTF_8).lines().filter(line -> !line.contains(REPORT)).forEach(before::println);
    }
}
