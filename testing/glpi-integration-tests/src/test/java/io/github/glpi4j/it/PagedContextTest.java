package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Paged;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.vertx.VertxTransport;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the rows of a complete list arrive on Vert.x. */
@Timeout(120)
class PagedContextTest {

    private static final int ROWS = 57;

    private final Vertx vertx = Vertx.vertx();

    /** Reads one row after the other, and notes where each of them arrives. */
    private static final class Reader implements Flow.Subscriber<Item> {

        private final List<@Nullable Context> contexts = new ArrayList<>();
        private final CompletableFuture<List<@Nullable Context>> end = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
            newSubscription.request(1);
        }

        @Override
        public void onNext(Item row) {
            contexts.add(Vertx.currentContext());
            Objects.requireNonNull(subscription).request(1);
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end.complete(contexts);
        }
    }

    @Test
    void rowsArriveOnTheEventLoopOfTheSubscriberWhichAStreamMustNotBlock() throws Exception {
        List<Map<String, String>> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> Map.of("name", "pc-" + i))
                .toList();
        try (FakeGlpi fake = FakeGlpi.builder().withItems("Computer", rows).start();
                GlpiClient glpi = GlpiClient.builder(fake.url())
                        .listener(new CheckingListener())
                        .transport(VertxTransport.create(vertx))
                        .credentials(Credentials.basic("glpi", "glpi"))
                        .build()) {
            Paged<Item> list =
                    glpi.session().items("Computer").all().pageSize(10).pagesInFlight(3);
            Context loop = vertx.getOrCreateContext();
            Reader reader = new Reader();
            CompletableFuture<Void> refused = new CompletableFuture<>();
            loop.runOnContext(ignored -> {
                list.publisher().subscribe(reader);
                try {
                    assertThatThrownBy(() -> list.stream().count()).isInstanceOf(IllegalStateException.class);
                    refused.complete(null);
                } catch (AssertionError e) {
                    refused.completeExceptionally(e);
                }
            });
            refused.get(1, TimeUnit.MINUTES);
            assertThat(reader.end.get(1, TimeUnit.MINUTES))
                    .hasSize(ROWS)
                    .allSatisfy(context -> assertThat(context).isSameAs(loop));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        }
    }
}
