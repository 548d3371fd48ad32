package io.github.glpi4j.it.race;

import io.github.glpi4j.GlpiTransportException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The events of a race that explain how calls end. Thread-safe. */
final class Events {

    private final AtomicInteger endings = new AtomicInteger();
    private final AtomicInteger endingsOver = new AtomicInteger();
    private final AtomicInteger loginsOfUnknownOutcome = new AtomicInteger();
    private final Queue<String> tokensOfCaller = new ConcurrentLinkedQueue<>();
    private volatile boolean closing;

    /** A call starts that ends a session of the client. */
    void sessionEnds() {
        endings.incrementAndGet();
    }

    /** The end of that session no longer affects any call. */
    void sessionHasEnded() {
        endingsOver.incrementAndGet();
    }

    /** The number of calls to {@link #sessionEnds}. */
    int endings() {
        return endings.get();
    }

    /** The number of calls to {@link #sessionHasEnded}. */
    int endingsOver() {
        return endingsOver.get();
    }

    /** The client is about to be closed. */
    void clientCloses() {
        closing = true;
    }

    boolean clientIsClosing() {
        return closing;
    }

    /** {@code initSession()} returned a token: the session belongs to its caller. */
    void opened(String token) {
        tokensOfCaller.add(token);
    }

    /** {@code initSession()} failed: if its request was sent, an unknown session may exist. */
    void notOpened(Throwable failure) {
        if (failure instanceof CancellationException
                || (failure instanceof GlpiTransportException unanswered && unanswered.mayHaveBeenSent())) {
            loginsOfUnknownOutcome.incrementAndGet();
        }
    }

    List<String> tokensOfCaller() {
        return List.copyOf(tokensOfCaller);
    }

    int loginsOfUnknownOutcome() {
        return loginsOfUnknownOutcome.get();
    }
}
