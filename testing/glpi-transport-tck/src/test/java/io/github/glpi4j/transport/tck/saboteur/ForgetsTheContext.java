package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.TransportSettings;
import java.util.concurrent.Executor;

/** Runs tasks wherever it is. */
final class ForgetsTheContext extends AsyncSaboteur {

    ForgetsTheContext(TransportSettings settings) {
        super(settings);
    }

    @Override
    public Executor callerExecutor() {
        return Runnable::run;
    }
}
