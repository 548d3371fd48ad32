package io.github.glpi4j.transport.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.server.Gate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A blocked lookup does not delay the end of a call by deadline, interrupt or close. */
@Timeout(60)
class DnsLookupDeadlineTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final Gate end = new Gate();
    private final ApacheTransport transport =
            ApacheTransport.builder().resolver(new BlockedDnsResolver(end)).build();
    private final GlpiClient glpi = GlpiClient.builder("http://glpi.invalid")
            .listener(new CheckingListener())
            .credentials(Credentials.userToken("token"))
            .transport(transport)
            .build();

    @AfterEach
    void close() {
        end.open();
        glpi.close();
        transport.close();
    }

    @Test
    void a_blocking_call_ends_at_its_deadline() {
        Throwable failure = catchThrowable(
                () -> glpi.session().getMyProfiles().timeout(SHORT).execute());

        assertThat(failure).isInstanceOf(GlpiTransportException.class);
        assertThat(((GlpiTransportException) failure).mayHaveBeenSent()).isFalse();
    }

    @Test
    void an_async_call_ends_at_its_deadline() {
        Throwable failure = catchThrowable(() ->
                glpi.session().getMyProfiles().timeout(SHORT).executeAsync().join());

        assertThat(failure).isInstanceOf(CompletionException.class).hasCauseInstanceOf(GlpiTransportException.class);
    }

    @Test
    void an_interrupt_ends_a_call_and_keeps_the_flag() throws Exception {
        FutureTask<Boolean> call = new FutureTask<>(() -> {
            assertThat(catchThrowable(() -> glpi.session().getMyProfiles().execute()))
                    .isNotNull();
            return Thread.currentThread().isInterrupted();
        });
        Thread caller = new Thread(call, "caller");
        caller.setDaemon(true);
        caller.start();
        assertThat(new Gate().opensWithin(SHORT)).isFalse();

        caller.interrupt();

        assertThat(call.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closing_the_client_ends_a_call() {
        CompletableFuture<?> call = glpi.session().getMyProfiles().executeAsync();
        assertThat(new Gate().opensWithin(SHORT)).isFalse();

        glpi.close();

        assertThat(catchThrowable(() -> call.get(20, TimeUnit.SECONDS))).hasCauseInstanceOf(RuntimeException.class);
    }
}
