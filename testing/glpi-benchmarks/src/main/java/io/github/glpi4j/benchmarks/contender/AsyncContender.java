package io.github.glpi4j.benchmarks.contender;

import java.util.concurrent.CompletableFuture;

/** A contender that does not block a thread while waiting. */
public interface AsyncContender extends Contender {

    CompletableFuture<SessionValues> openAsync(SampleResponse answer);

    @Override
    default SessionValues open(SampleResponse answer) {
        return openAsync(answer).join();
    }
}
