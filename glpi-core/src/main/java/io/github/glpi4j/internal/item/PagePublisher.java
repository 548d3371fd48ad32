package io.github.glpi4j.internal.item;

import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Publishes the rows of a list.
 *
 * @param list read anew for each subscriber
 */
record PagePublisher<T>(DefaultPaged<T> list) implements Flow.Publisher<T> {

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        new PageSubscription<>(list, Objects.requireNonNull(subscriber, "subscriber")).start();
    }

    @Override
    public String toString() {
        return "Publisher[" + list + "]";
    }
}
