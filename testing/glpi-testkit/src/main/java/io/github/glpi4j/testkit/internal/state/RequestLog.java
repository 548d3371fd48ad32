package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.GlpiRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The requests received so far; thread-safe. */
public final class RequestLog {
    private final List<GlpiRequest> requests = new ArrayList<>();

    RequestLog() {}

    public synchronized void add(GlpiRequest request) {
        requests.add(request);
    }

    /** Returns the matching requests in order of arrival. */
    public synchronized List<GlpiRequest> list(Predicate<GlpiRequest> wanted) {
        return requests.stream().filter(wanted).toList();
    }

    public synchronized void clear() {
        requests.clear();
    }
}
