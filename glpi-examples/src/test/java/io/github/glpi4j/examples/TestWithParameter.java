package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a user's own test looks. */
// tag::test-with-parameter[]
@ExtendWith(FakeGlpiExtension.class)
class TestWithParameter {

    @Test
    void endsItsSession(FakeGlpi glpi) {
        try (GlpiClient client = GlpiClient.builder(glpi.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .build()) {
            assertThat(client.session().getFullSession().execute().login()).contains("glpi");
        }

        assertThat(glpi.sessions()).isEmpty();
    }
}
// end::test-with-parameter[]
