package io.github.glpi4j.internal;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The calls of one client that are under way. It looks at all of them a few times a second, on the JDK's own timer and
 * only while there are any: a timer for each call would cost most calls more than it ever gives them, and a thread
 * inside a socket has to be looked at anyway, since an interrupt does not reach it there.
 */
final class RunningCalls {

    /** How late a deadline may strike. */
    private static final long LOOK_MILLIS = 20;

    private final Set<CallScope> calls = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Executor later = CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS, Runnable::run);

    void add(CallScope call) {
        calls.add(call);
        lookLater();
    }

    void remove(CallScope call) {
        calls.remove(call);
    }

    private void lookLater() {
        if (looking.compareAndSet(false, true)) {
            later.execute(this::look);
        }
    }

    private void look() {
        try {
            calls.forEach(CallScope::look);
        } finally {
            looking.set(false);
            if (!calls.isEmpty()) {
                lookLater();
            }
        }
    }

    void abort(Abort reason) {
        calls.forEach(call -> call.abort(reason));
    }
}
