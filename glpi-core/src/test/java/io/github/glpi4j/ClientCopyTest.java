package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.SessionStore;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients that differ in some options and share a transport. */
class ClientCopyTest {

    private final MiniGlpi glpi = new MiniGlpi();

    /** Counts how often it is closed, and sends nothing afterwards. */
    private final class Counting implements BlockingTransport {

        private final AtomicInteger closed = new AtomicInteger();

        @Override
        public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
            if (closed.get() > 0) {
                throw new IOException("closed");
            }
            return glpi.stub.blocking().exchange(request, exchange);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private GlpiClientBuilder client() {
        return glpi.client(StubGlpi.Way.BLOCKING_EXECUTE);
    }

    @Test
    void onlyTheOriginalClosesTheSharedTransport() {
        Counting transport = new Counting();
        GlpiClient original = client().transport(() -> transport).build();
        GlpiClient copy = original.toBuilder().build();
        GlpiClient copyOfCopy = copy.toBuilder().build();

        copyOfCopy.session().getFullSession().execute();
        copy.session().getFullSession().execute();
        original.session().getFullSession().execute();
        assertThat(glpi.alive()).isEqualTo(3);

        copy.close();
        copyOfCopy.close();
        assertThat(glpi.alive()).isEqualTo(1);
        assertThat(transport.closed).hasValue(0);
        original.session().getFullSession().execute();

        original.close();
        assertThat(glpi.alive()).isZero();
        assertThat(transport.closed).hasValue(1);
    }

    @Test
    void afterTheOriginalACopyCanSendNothing() {
        Counting transport = new Counting();
        GlpiClient original = client().transport(() -> transport).build();
        try (GlpiClient copy = original.toBuilder().maxRetries(0).build()) {
            original.close();

            Call<?> call = copy.session().getFullSession();
            assertThatThrownBy(call::execute)
                    .isInstanceOf(GlpiTransportException.class)
                    .hasStackTraceContaining("closed");
        }
        assertThat(transport.closed).hasValue(1);
    }

    @Test
    void aCopyWithItsOwnTransportClosesThat() {
        Counting shared = new Counting();
        Counting own = new Counting();
        try (GlpiClient original = client().transport(() -> shared).build()) {
            original.toBuilder().transport(() -> own).build().close();

            assertThat(own.closed).hasValue(1);
            assertThat(shared.closed).hasValue(0);
        }
    }

    @Test
    void aCopyWithItsOwnSettingsDoesNotShareTheTransport() {
        Counting shared = new Counting();
        try (GlpiClient original = client().transport(() -> shared).build()) {
            GlpiClientBuilder copy = original.toBuilder()
                    .transportSettings(TransportSettings.defaults())
                    .transport("no-such-transport");

            assertThatThrownBy(copy::build)
                    .isInstanceOf(GlpiConfigurationException.class)
                    .hasMessageContaining("there is no GLPI transport");
        }
    }

    @Test
    void aCopyHasTheSameOptionsButThoseThatAreChanged() {
        try (GlpiClient original = client().appToken("app-token-canary")
                        .acceptLanguage("fr-FR")
                        .header("X-Gateway", "key")
                        .build();
                GlpiClient copy = original.toBuilder()
                        .credentials(Credentials.userToken("other-token"))
                        .header("x-gateway", "other key")
                        .build()) {
            original.initSession().execute();
            assertThatThrownBy(() -> copy.initSession().execute()).isInstanceOf(GlpiAuthenticationException.class);
            original.initSession().execute();
        }
        assertThat(glpi.stub.requests())
                .extracting(request -> request.headers().firstValue("Authorization"))
                .containsExactly(
                        Optional.of("user_token user-token-canary"),
                        Optional.of("user_token other-token"),
                        Optional.of("user_token user-token-canary"));
        assertThat(glpi.stub.requests())
                .extracting(request -> request.headers().allValues("X-Gateway").get(0))
                .containsExactly("key", "other key", "key");
        assertThat(glpi.stub.requests()).allSatisfy(request -> {
            assertThat(request.headers().allValues("App-Token")).containsExactly("app-token-canary");
            assertThat(request.headers().allValues("Accept-Language")).containsExactly("fr-FR");
        });
    }

    /** The store keeps the session of one user: a copy with other credentials would work as that user. */
    @Test
    void aCopyHasNoSessionStore() {
        SessionStore store = new SessionStore() {

            @Override
            public CompletionStage<Optional<String>> load() {
                return CompletableFuture.failedFuture(new IllegalStateException("the store was used"));
            }

            @Override
            public CompletionStage<String> save(@Nullable String replaced, String opened) {
                throw new IllegalStateException("the store was used");
            }

            @Override
            public CompletionStage<@Nullable Void> discard(String token) {
                throw new IllegalStateException("the store was used");
            }
        };
        try (GlpiClient original = client().sessionStore(store).build();
                GlpiClient copy = original.toBuilder().build()) {
            copy.session().getFullSession().execute();
            Call<?> call = original.session().getFullSession();
            assertThatThrownBy(call::execute).hasStackTraceContaining("the store was used");
        }
        assertThat(glpi.alive()).isZero();
    }
}
