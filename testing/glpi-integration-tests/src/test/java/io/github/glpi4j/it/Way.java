package io.github.glpi4j.it;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Paged;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Both transports, in both modes. */
enum Way {
    APACHE_EXECUTE("apache", false),
    APACHE_ASYNC("apache", true),
    VERTX_EXECUTE("vertx", false),
    VERTX_ASYNC("vertx", true);

    private final String transport;
    private final boolean async;

    Way(String transport, boolean async) {
        this.transport = transport;
        this.async = async;
    }

    GlpiClientBuilder client(String url) {
        return GlpiClient.builder(url).listener(new CheckingListener()).transport(transport);
    }

    /** Runs the call in this mode; throws what a caller would see. */
    <T extends @Nullable Object> T run(Call<T> call) {
        if (!async) {
            return call.execute();
        }
        try {
            return call.executeAsync().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** {@return the ids of all rows: of a stream or, in the asynchronous mode, of a publisher} */
    List<Long> read(Paged<Item> list, LongConsumer consumer) {
        List<Long> ids = new ArrayList<>();
        if (!async) {
            try (Stream<Item> rows = list.stream()) {
                rows.forEach(row -> {
                    ids.add(row.id());
                    consumer.accept(row.id());
                });
            }
            return ids;
        }
        BlockingQueue<Object> signals = new LinkedBlockingQueue<>();
        list.publisher().subscribe(new Signals(signals));
        Flow.Subscription subscription = (Flow.Subscription) next(signals);
        while (true) {
            subscription.request(1);
            if (!(next(signals) instanceof Item row)) {
                return ids;
            }
            ids.add(row.id());
            consumer.accept(row.id());
        }
    }

    private static Object next(BlockingQueue<Object> signals) {
        try {
            Object signal = Objects.requireNonNull(signals.poll(1, TimeUnit.MINUTES), "no signal");
            if (signal instanceof Throwable failure) {
                throw new AssertionError(failure);
            }
            return signal;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Passes what a publisher signals to another thread, which may block. */
    private record Signals(BlockingQueue<Object> signals) implements Flow.Subscriber<Item> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            signals.add(subscription);
        }

        @Override
        public void onNext(Item row) {
            signals.add(row);
        }

        @Override
        public void onError(Throwable failure) {
            signals.add(failure);
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }
}
