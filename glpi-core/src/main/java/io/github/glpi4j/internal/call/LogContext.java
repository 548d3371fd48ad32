package io.github.glpi4j.internal.call;

import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Carries the caller's MDC to the threads on which its call continues. */
final class LogContext {

    private static final LogContext EMPTY = new LogContext(Map.of());

    private static final Scope NO_CHANGE = () -> {};

    private final Map<String, String> values;

    private LogContext(Map<String, String> values) {
        this.values = values;
    }

    /** {@return the MDC of the current thread} */
    static LogContext current() {
        Map<String, String> values = MDC.getCopyOfContextMap();
        return values == null || values.isEmpty() ? EMPTY : new LogContext(values);
    }

    /** Puts this MDC on the current thread until the scope is closed; if it is empty, the thread keeps its own. */
    Scope enter() {
        if (values.isEmpty()) {
            return NO_CHANGE;
        }
        @Nullable Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.setContextMap(values);
        return before == null ? MDC::clear : () -> MDC.setContextMap(before);
    }

    /** Restores the MDC that the thread had before. */
    interface Scope {
        void close();
    }

    /** {@return a task that runs with this MDC} */
    Runnable wrap(Runnable task) {
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
    Executor wrap(Executor executor) {
        return values.isEmpty() ? executor : task -> executor.execute(wrap(task));
    }
}
