package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a user's own test looks. */
// tag::test-with-fake-glpi[]
class TestWithFakeGlpi {

    // tag::extension[]
    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();
    // end::extension[]

    @Test
    void tellsWhoLoggedIn() {
        GLPI.fake()
                .addUser(FakeUser.of("sync").withApiToken("sync-token").withProfile(FakeProfile.technician(), 0, true));

        assertThat(OpenSession.whoAmI(GLPI.url(), "sync-token")).isEqualTo("sync as Technician");
        assertThat(GLPI.fake().sessions()).isEmpty();
    }
}
// end::test-with-fake-glpi[]
