package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.TransportSettings;
import java.util.concurrent.Executor;

/** Leads everybody to the context that was captured last. */
final class MixesContexts extends AsyncSaboteur {

    MixesContexts(TransportSettings settings) {
        super(settings);
    }

    private volatile Executor last = Runnable::run;

    @Override
    public Executor callerExecutor() {
        last = super.callerExecutor();
        return task -> last.execute(task);
    }
}
