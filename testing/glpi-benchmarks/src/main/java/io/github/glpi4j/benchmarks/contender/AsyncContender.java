package io.github.glpi4j.benchmarks;

import java.util.concurrent.CompletableFuture;

/** A contender that need not keep a thread waiting. */
interface AsyncContender extends Contender {

    CompletableFuture<Opened> openLater(Answer answer);

    @Override
    default Opened open(Answer answer) {
        return openLater(answer).join();
    }
}
