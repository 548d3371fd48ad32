package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.GlpiRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The requests received so far; thread-safe. */
public final class RequestLog {
    private final List<GlpiRequest> requests = new ArrayList<>();

    /** Made by the server alone. */
    RequestLog() {}

    public synchronized void add(GlpiRequest request) {
        requests.add(request);
    }

    /**
     * Picks requests.
     *
     * @param wanted which ones
     * @return an unmodifiable copy, in order of arrival
     */
    public synchronized List<GlpiRequest> list(Predicate<GlpiRequest> wanted) {
        return requests.stream().filter(wanted).toList();
    }

    /** Forgets all requests. */
    public synchronized void clear() {
        requests.clear();
    }
}
