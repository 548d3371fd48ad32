package io.github.glpi4j.internal.listener;

import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.MDC;

/** Carries the caller's MDC to the threads on which its call continues. */
public final class LogContext {

    private static final LogContext EMPTY = new LogContext(Map.of());

    private static final Scope NO_CHANGE = () -> {};

    private final Map<String, String> values;

    private LogContext(Map<String, String> values) {
        this.values = values;
    }

    /** {@return the MDC of the current thread} */
    public static LogContext current() {
        Map<String, String> values = MDC.getCopyOfContextMap();
        return values == null || values.isEmpty() ? EMPTY : new LogContext(values);
    }

    /** Puts this MDC on the current thread, also if it is empty: the thread may have that of another call. */
    public Scope enter() {
        Map<String, String> before = MDC.getCopyOfContextMap();
        boolean wasEmpty = before == null || before.isEmpty();
        if (wasEmpty && values.isEmpty()) {
            return NO_CHANGE;
        }
        MDC.setContextMap(values);
        return wasEmpty ? MDC::clear : () -> MDC.setContextMap(before);
    }

    /** Restores the MDC that the thread had before. */
    public interface Scope {
        void close();
    }

    /** {@return a task that runs with this MDC} */
    public Runnable wrap(Runnable task) {
        return values.isEmpty()
                ? task
                : () -> {
                    Scope scope = enter();
                    try {
                        task.run();
                    } finally {
                        scope.close();
                    }
                };
    }

    /** {@return an executor that runs its tasks with this MDC} */
    public Executor wrap(Executor executor) {
        return values.isEmpty() ? executor : task -> executor.execute(wrap(task));
    }
}
