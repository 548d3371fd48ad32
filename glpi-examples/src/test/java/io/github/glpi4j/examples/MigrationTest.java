package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code docs/migration.md} shows does the same before and after, and can be mixed. */
@ExtendWith(FakeGlpiExtension.class)
@Timeout(60)
class MigrationTest {

    private String userToken;
    private int computer;

    @BeforeEach
    void addComputers(FakeGlpi fake) {
        userToken = Objects.requireNonNull(fake.user("glpi").orElseThrow().apiToken());
        computer = fake.addItem("Computer", Map.of("name", "lab-1"));
        for (int i = 2; i <= 60; i++) {
            fake.addItem("Computer", Map.of("name", "lab-" + i));
        }
    }

    @Test
    void bothReadTheSameButAllOfIt(FakeGlpi fake) throws Exception {
        assertThat(Migration.before(fake.url(), userToken))
                .contains("\"lab-1\"", "\"lab-50\"")
                .doesNotContain("lab-51");
        assertThat(Migration.after(fake.url(), userToken)).hasSize(60).contains("lab-1", "lab-50", "lab-51");

        assertThat(fake.loginCount()).isEqualTo(2);
        assertThat(fake.sessions()).isEmpty();
    }

    @Test
    void theHandWrittenClientTakesAnErrorForASession(FakeGlpi fake) throws Exception {
        fake.turnOn(GlpiSwitch.USER_TOKENS_OFF);

        assertThat(Migration.before(fake.url(), userToken)).contains("ERROR_SESSION_TOKEN_INVALID");
        assertThatThrownBy(() -> Migration.after(fake.url(), userToken))
                .isInstanceOf(GlpiAuthenticationException.class)
                .hasMessageContaining("ERROR_GLPI_LOGIN_USER_TOKEN");
    }

    @Test
    void theHandWrittenClientFailsElsewhereDuringMaintenance(FakeGlpi fake) {
        fake.turnOn(GlpiSwitch.MAINTENANCE);

        assertThatThrownBy(() -> Migration.before(fake.url(), userToken)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Migration.after(fake.url(), userToken))
                .isInstanceOf(GlpiProtocolException.class)
                .hasMessageContaining("maintenance");
    }

    @Test
    void callsInTheSessionOfOtherCodeDoNotEndIt(FakeGlpi fake) {
        try (GlpiClient glpi =
                GlpiClient.builder(fake.url()).transport("apache").build()) {
            String session = glpi.initSession()
                    .credentials(Credentials.userToken(userToken))
                    .execute()
                    .sessionToken();

            assertThat(Migration.inTheSessionOfOthers(glpi, session, computer)).isEqualTo("lab-1");
        }
        assertThat(fake.sessions()).hasSize(1);
    }
}
