package io.github.glpi4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.glpi4j.Call;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.LoginGate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The caller's MDC is in the log lines of its call, and where its future completes, on whatever thread that is. */
@Timeout(60)
class MdcTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("io.github.glpi4j");
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getMDCPropertyMap().getOrDefault("request", "-") + " " + event.getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        GLPI.fake()
                .addUser(FakeUser.of("sync").withApiToken("sync-token").withProfile(FakeProfile.superAdmin(), 0, true));
        appender.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(appender);
    }

    @AfterEach
    void stop() throws InterruptedException {
        MDC.clear();
        logger.detachAppender(appender);
        executor.shutdown();
        assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    private static GlpiClientBuilder builder(String transport) {
        return GlpiClient.builder(GLPI.url()).transport(transport).credentials(Credentials.userToken("sync-token"));
    }

    private GlpiClient client(String transport) {
        return builder(transport).executor(executor).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void survivesExecuteAsync(String transport) {
        try (GlpiClient client = client(transport)) {
            MDC.put("request", "42");
            CompletableFuture<String> first =
                    client.session().items("Computer").list().executeAsync().thenApply(page -> "" + MDC.get("request"));
            MDC.put("request", "43");
            CompletableFuture<String> second =
                    client.session().getMyProfiles().executeAsync().thenApply(profiles -> "" + MDC.get("request"));
            MDC.remove("request");
            CompletableFuture<String> third =
                    client.session().getGlpiConfig().executeAsync().thenApply(config -> "" + MDC.get("request"));
            first.join();
            second.join();
            third.join();
        }
        assertThat(logged)
                .anyMatch(line -> line.startsWith("42 initSession: "))
                .anyMatch(line -> line.startsWith("42 getAllItems Computer: "))
                .anyMatch(line -> line.startsWith("43 getMyProfiles: "))
                .anyMatch(line -> line.startsWith("- getGlpiConfig: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void isThereWhereTheFutureCompletes(String transport) {
        try (GlpiClient client = client(transport)) {
            client.session().getMyProfiles().execute();
            MDC.put("request", "42");
            CompletableFuture<String> seen = new CompletableFuture<>();
            CompletableFuture<?> unused = client.session()
                    .getGlpiConfig()
                    .map(config -> "" + MDC.get("request"))
                    .executeAsync()
                    .whenComplete((value, failure) -> seen.complete(value + " " + MDC.get("request")));
            // A dependent that is added too late runs here, with the same MDC.
            assertThat(seen.join()).isEqualTo("42 42");
        }
    }

    /** The watchdog ends the call then, or the thread that closes the client. */
    @ParameterizedTest
    @CsvSource({"apache, false", "apache, true", "vertx, false", "vertx, true"})
    void isThereWhenACallIsAborted(String transport, boolean onlyByClosing) throws InterruptedException {
        List<String> ended = new CopyOnWriteArrayList<>();
        CompletableFuture<String> seen;
        try (GlpiClient client = builder(transport)
                .executor(task -> {}) // never runs a call
                .listener(call -> result -> ended.add(call.operation() + " " + MDC.get("request")))
                .build()) {
            try (LoginGate gate = GLPI.fake().holdLogins()) {
                MDC.put("request", "42");
                Call<?> call = client.session().getMyProfiles();
                seen = (onlyByClosing ? call : call.timeout(Duration.ofSeconds(1)))
                        .executeAsync()
                        .handle((value, failure) -> failure + " " + MDC.get("request"));
                gate.awaitWaiting(transport.equals("vertx") ? 1 : 0);
                MDC.put("request", "another");
                if (!onlyByClosing) {
                    assertThat(seen.join()).endsWith(" 42");
                }
                CompletionStage<?> unused = client.closeAsync();
                assertThat(seen.join()).contains("Glpi").endsWith(" 42");
            }
        }
        assertThat(ended).contains("getMyProfiles 42");
    }

    /** Else the next task on that thread logs for the wrong request. */
    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void leavesNothingOnTheThread(String transport) {
        try (GlpiClient client = client(transport)) {
            MDC.put("request", "42");
            client.session().getMyProfiles().executeAsync().join();
            MDC.clear();
            String afterwards = client.session()
                    .getGlpiConfig()
                    .map(config -> "" + MDC.get("request"))
                    .executeAsync()
                    .join();
            assertThat(afterwards).isEqualTo("null");
        }
    }
}
