package io.github.glpi4j.it.race;

import io.github.glpi4j.GlpiTransportException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What has happened in a race that explains how calls end. Thread-safe. */
final class Events {

    private final AtomicInteger endings = new AtomicInteger();
    private final AtomicInteger endingsOver = new AtomicInteger();
    private final AtomicInteger loginsOfUnknownOutcome = new AtomicInteger();
    private final Queue<String> tokensOfCaller = new ConcurrentLinkedQueue<>();
    private volatile boolean closing;

    /** A call begins that ends a session of the client, or that makes the client end it. */
    void sessionEnds() {
        endings.incrementAndGet();
    }

    /** No call meets the end of that session any more. */
    void sessionHasEnded() {
        endingsOver.incrementAndGet();
    }

    /** How often {@link #sessionEnds} was said. */
    int endings() {
        return endings.get();
    }

    /** How often {@link #sessionHasEnded} was said. */
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

    /** {@code initSession()} has given a token: the session is its caller's. */
    void opened(String token) {
        tokensOfCaller.add(token);
    }

    /** {@code initSession()} has failed: where its request was sent, there may be a session that nobody knows. */
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
