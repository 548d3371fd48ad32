package io.github.glpi4j.transport.tck.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test if a {@link CheckingListener} has found a problem meanwhile: a client ignores what a listener throws. JUnit
 * finds this extension where {@code junit.jupiter.extensions.autodetection.enabled} is true.
 */
public final class ListenerExtension implements AfterEachCallback {

    private static final Queue<String> PROBLEMS = new ConcurrentLinkedQueue<>();

    /** Created by JUnit. */
    public ListenerExtension() {}

    static void report(String problem) {
        PROBLEMS.add(problem);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> found = new ArrayList<>();
        for (String next = PROBLEMS.poll(); next != null; next = PROBLEMS.poll()) {
            found.add(next);
        }
        if (!found.isEmpty()) {
            throw new AssertionError("reports to a listener: " + found);
        }
    }
}
