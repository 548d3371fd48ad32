package io.github.glpi4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Call;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.transport.BlockingTransport;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import io.micrometer.tracing.test.simple.SimpleSpan;
import io.micrometer.tracing.test.simple.SimpleTracer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Observations become timers and spans, on both transports and in both modes. */
@Timeout(60)
class GlpiObservationsTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private static final String USER_TOKEN = "sync-token";

    private final ObservationRegistry registry = ObservationRegistry.create();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SimpleTracer tracer = new SimpleTracer();

    GlpiObservationsTest() {
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    }

    @BeforeEach
    void addUser() {
        GLPI.fake()
                .addUser(FakeUser.of("sync").withApiToken(USER_TOKEN).withProfile(FakeProfile.superAdmin(), 0, true));
    }

    private void trace() {
        Propagator propagator = new TraceParent();
        registry.observationConfig()
                .observationHandler(new FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
                        new DefaultTracingObservationHandler(tracer)));
    }

    private GlpiClient client(String transport, String userToken) {
        return GlpiClient.builder(GLPI.url())
                .transport(transport)
                .credentials(Credentials.userToken(userToken))
                .listener(GlpiObservations.of(registry))
                .build();
    }

    private static <T extends @Nullable Object> T run(Call<T> call, boolean async) {
        if (!async) {
            return call.execute();
        }
        try {
            return call.executeAsync().join();
        } catch (CompletionException e) {
            throw (RuntimeException) Objects.requireNonNull(e.getCause());
        }
    }

    @ParameterizedTest
    @CsvSource({"apache, false", "apache, true", "vertx, false", "vertx, true"})
    void callsAndExchangesAreTimed(String transport, boolean async) {
        try (GlpiClient client = client(transport, USER_TOKEN)) {
            run(client.session().items("Computer").list(), async);
            assertThatThrownBy(() -> run(client.session().items("Computer").get(987654321), async))
                    .isInstanceOf(GlpiNotFoundException.class);
            assertThatThrownBy(() -> run(client.session().items("NoSuchType").get(1), async));
        }
        assertThat(calls())
                .containsExactlyInAnyOrder(
                        "getAllItems Computer 200 none",
                        "initSession none 200 none",
                        "getItem Computer 404 ERROR_ITEM_NOT_FOUND",
                        "getItem unknown 400 ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM",
                        "killSession none 200 none");
        Set<String> servers = meters.find("glpi.client.exchange").meters().stream()
                .map(meter -> meter.getId().getTag("http.request.method") + " "
                        + meter.getId().getTag("server.address") + ":"
                        + meter.getId().getTag("server.port"))
                .collect(Collectors.toSet());
        assertThat(servers).containsExactly("GET " + GLPI.url().replaceAll("http://([^/]+)/.*", "$1"));
    }

    private List<String> calls() {
        return meters.find("glpi.client.call").meters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("glpi.operation") + " " + id.getTag("glpi.itemtype") + " "
                        + id.getTag("http.response.status_code") + " " + id.getTag("error.type"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"apache, false", "apache, true", "vertx, false", "vertx, true"})
    void noTagHasAnIdOrASecret(String transport, boolean async) {
        try (GlpiClient client = client(transport, USER_TOKEN)) {
            assertThatThrownBy(() -> run(client.session().items("Computer").get(987654321), async));
            assertThatThrownBy(() -> run(client.session().request("GET", "Computer/987654321"), async));
        }
        try (GlpiClient client = client(transport, "user-token-canary")) {
            assertThatThrownBy(() -> run(client.session().getFullSession(), async));
        }
        assertThat(meters.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(Tag::getValue)
                .noneMatch(value -> value.contains("987654321") || value.contains("canary"));
    }

    @ParameterizedTest
    @CsvSource({"apache, false", "apache, true", "vertx, false", "vertx, true"})
    void spansNestAndReachTheServer(String transport, boolean async) {
        trace();
        Observation request = Observation.start("incoming", registry);
        try (GlpiClient client = client(transport, USER_TOKEN);
                Observation.Scope scope = request.openScope()) {
            assertThat(scope.getCurrentObservation()).isSameAs(request);
            run(client.session().items("Computer").list(), async);
            assertThat(registry.getCurrentObservation()).isSameAs(request);
        } finally {
            request.stop();
        }
        SimpleSpan incoming = span("incoming");
        SimpleSpan call = span("get-all-items");
        SimpleSpan exchange = span("GET getAllItems");
        SimpleSpan login = span("init-session");
        assertThat(call.getParentId()).isEqualTo(incoming.getSpanId());
        assertThat(exchange.getParentId()).isEqualTo(call.getSpanId());
        assertThat(login.getParentId()).isEqualTo(call.getSpanId());
        assertThat(exchange.getKind()).isEqualTo(Span.Kind.CLIENT);
        assertThat(call.getTags()).containsEntry("glpi.logins", "1").containsEntry("glpi.attempts", "1");
        GlpiRequest received = GLPI.fake().requests().stream()
                .filter(seen -> seen.path().endsWith("/Computer"))
                .findFirst()
                .orElseThrow();
        assertThat(received.header("traceparent"))
                .contains("00-" + exchange.getTraceId() + "-" + exchange.getSpanId() + "-01");
    }

    private SimpleSpan span(String name) {
        return tracer.getSpans().stream()
                .filter(span -> name.equals(span.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + tracer.getSpans()));
    }

    /** Also while GLPI cannot say whether it knows the itemtype: input from outside must not create meters without end. */
    @ParameterizedTest
    @CsvSource({"apache, false", "apache, true", "vertx, false", "vertx, true"})
    void anItemtypeThatGlpiNeverAnsweredForIsNoTag(String transport, boolean async) {
        try (GlpiClient client = client(transport, USER_TOKEN)) {
            assertThatThrownBy(() -> run(client.session().items("NoSuchType").list(), async));
        }
        GLPI.fake().turnOn(GlpiSwitch.MAINTENANCE);
        try (GlpiClient client = client(transport, USER_TOKEN)) {
            assertThatThrownBy(() -> run(client.session().items("NoSuchType").list(), async));
        }
        assertThat(meters.getMeters())
                .isNotEmpty()
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(Tag::getValue)
                .doesNotContain("NoSuchType");
    }

    /** Docker Compose has such names; java.net.URI has no host for them. */
    @ParameterizedTest
    @CsvSource({
        "http://glpi_web:8080, glpi_web, 8080",
        "http://glpi_web, glpi_web, 80",
        "https://[::1], ::1, 443",
        "https://glpi.example.org:8443, glpi.example.org, 8443"
    })
    void theServerIsNamedWhateverItsName(String url, String address, String port) {
        BlockingTransport broken = (request, exchange) -> {
            throw new IOException("no network here");
        };
        try (GlpiClient client = GlpiClient.builder(url)
                .transport(broken)
                .listener(GlpiObservations.of(registry))
                .build()) {
            assertThatThrownBy(() -> client.session("t").getMyProfiles().execute());
        }
        assertThat(meters.find("glpi.client.exchange").meters()).allSatisfy(meter -> {
            assertThat(meter.getId().getTag("server.address")).isEqualTo(address);
            assertThat(meter.getId().getTag("server.port")).isEqualTo(port);
        });
        assertThat(meters.find("glpi.client.exchange").meters()).isNotEmpty();
    }

    /** Names are stable: dashboards depend on them. */
    @ParameterizedTest
    @CsvSource({"apache", "vertx"})
    void allMetersOfANameHaveTheSameTags(String transport) {
        try (GlpiClient client = client(transport, USER_TOKEN)) {
            client.session().getMyProfiles().execute();
            assertThatThrownBy(
                    () -> client.session().items("Computer").get(987654321).execute());
        }
        Map<String, Set<Set<String>>> tags = meters.getMeters().stream()
                .collect(Collectors.groupingBy(
                        meter -> meter.getId().getName(),
                        Collectors.mapping(
                                meter -> meter.getId().getTags().stream()
                                        .map(Tag::getKey)
                                        .collect(Collectors.toSet()),
                                Collectors.toSet())));
        assertThat(tags)
                .containsOnlyKeys(
                        "glpi.client.call",
                        "glpi.client.call.active",
                        "glpi.client.exchange",
                        "glpi.client.exchange.active");
        assertThat(tags.values()).allSatisfy(sets -> assertThat(sets).hasSize(1));
    }

    /** As W3C's, with what this test compares. */
    private static final class TraceParent implements Propagator {

        @Override
        public List<String> fields() {
            return List.of("traceparent");
        }

        @Override
        public <C> void inject(TraceContext context, @Nullable C carrier, Setter<C> setter) {
            setter.set(carrier, "traceparent", "00-" + context.traceId() + "-" + context.spanId() + "-01");
        }

        @Override
        public <C> Span.Builder extract(C carrier, Getter<C> getter) {
            throw new UnsupportedOperationException();
        }
    }
}
