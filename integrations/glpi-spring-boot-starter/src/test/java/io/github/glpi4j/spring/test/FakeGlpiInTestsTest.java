package io.github.glpi4j.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A user's test: its methods run on one server and one client, in this order. */
@SpringBootTest(classes = Application.class)
@AutoConfigureFakeGlpi
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FakeGlpiInTestsTest {

    @Autowired
    private GlpiSession session;

    @Test
    @Order(1)
    void readsWhatTheTestHasAdded(@Autowired FakeGlpi glpi) {
        int id = glpi.addItem("Computer", Map.of("name", "pc-1"));

        assertThat(session.items("Computer").get(id).execute().text("name")).contains("pc-1");
        assertThat(glpi.sessions()).hasSize(1);
    }

    @Test
    @Order(2)
    void startsWithTheInitialStateAndWithoutASession(@Autowired FakeGlpi glpi) {
        assertThat(glpi.items("Computer")).isEmpty();
        assertThat(glpi.sessions()).isEmpty();

        assertThat(session.getMyProfiles().execute()).isNotEmpty();
        assertThat(glpi.requests())
                .extracting(request -> request.path().replaceAll(".*/", ""))
                .containsExactly("initSession", "getMyProfiles");
    }

    @Test
    @Order(3)
    void isRefused(@Autowired FakeGlpi glpi) {
        glpi.turnOn(GlpiSwitch.USER_TOKENS_OFF);

        assertThatThrownBy(() -> session.getMyProfiles().execute()).isInstanceOf(GlpiAuthenticationException.class);
    }

    @Test
    @Order(4)
    void isNotRefusedAgain() {
        assertThat(session.getMyProfiles().execute()).isNotEmpty();
    }

    @Test
    @Order(5)
    void meetsMaintenance(@Autowired FakeGlpi glpi) {
        glpi.turnOn(GlpiSwitch.MAINTENANCE);

        assertThatThrownBy(() -> session.getMyProfiles().execute()).isInstanceOf(GlpiException.class);
    }

    @Test
    @Order(6)
    void worksAfterMaintenance() {
        assertThat(session.getMyProfiles().execute()).isNotEmpty();
    }

    @Nested
    class InANestedClass {

        @Test
        void isResetAsWell(@Autowired FakeGlpi glpi) {
            assertThat(glpi.requests()).isEmpty();
            assertThat(session.getMyProfiles().execute()).isNotEmpty();
        }
    }
}
