package io.github.glpi4j.examples;

import static io.github.glpi4j.search.Condition.anyOf;
import static io.github.glpi4j.search.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.micrometer.GlpiObservations;
import io.github.glpi4j.search.Condition;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.transport.vertx.VertxTransport;
import io.micrometer.observation.ObservationRegistry;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the Javadoc of the modules shows. */
@ExtendWith(FakeGlpiExtension.class)
class JavadocExamplesTest {

    private static final Logger log = LoggerFactory.getLogger(JavadocExamplesTest.class);

    @Test
    void suppliesATransportAndListens(FakeGlpi fake) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            GlpiClientBuilder builder = GlpiClient.builder(fake.url())
                            .credentials(Credentials.basic("glpi", "glpi"))
                            // tag::transport[]
                            .transport(() -> VertxTransport.create(vertx))
                            // end::transport[]
                            // tag::listener[]
                            .listener(call -> result -> log.info("{} took {}", call.operation(), result.duration()))
                    // end::listener[]
                    ;
            try (GlpiClient glpi = builder.build()) {
                assertThat(glpi.session().getFullSession().execute().login()).contains("glpi");
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void combinesConditions() {
        Condition condition =
                // tag::condition[]
                field("name")
                        .contains("printer")
                        .and(anyOf(field("status").is(1), field("status").is(2)))
                // end::condition[]
                ;
        assertThat(condition).isNotNull();
    }

    @Test
    void describesAContext() {
        SessionContext context =
                // tag::context[]
                SessionContext.defaults().withProfile(4).withEntityTree(0)
                // end::context[]
                ;
        assertThat(context.profileId()).hasValue(4);
    }

    @Test
    void observes(FakeGlpi fake) {
        ObservationRegistry observationRegistry = ObservationRegistry.create();
        List<String> observed = new ArrayList<>();
        String url = fake.url();
        GlpiClientBuilder builder =
                // tag::observations[]
                GlpiClient.builder(url).listener(GlpiObservations.of(observationRegistry))
                // end::observations[]
                ;
        try (GlpiClient glpi =
                builder.credentials(Credentials.basic("glpi", "glpi")).build()) {
            observed.add(glpi.session().getFullSession().execute().login().orElse("?"));
        }
        assertThat(observed).containsExactly("glpi");
    }

    @Test
    void describesAnAccount() {
        // tag::user[]
        FakeUser sync = FakeUser.of("sync").withApiToken("synctoken").withProfile(FakeProfile.technician(), 0, true);
        // end::user[]
        assertThat(sync.login()).isEqualTo("sync");
    }
}
