package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.TransportRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientEnvironmentTest {

    private final StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, "{\"session_token\":\"t\"}");

    private TransportRequest sentWith(Map<String, String> variables) {
        try (GlpiClient client =
                ClientEnvironment.builder(variables).transport(glpi.blocking()).build()) {
            client.initSession().execute();
        }
        return glpi.onlyRequest();
    }

    @Test
    void readsUserTokenAndAppToken() {
        TransportRequest sent = sentWith(Map.of(
                "GLPI_URL", "http://localhost/glpi",
                "GLPI_USER_TOKEN", "user-canary",
                "GLPI_APP_TOKEN", "app-canary",
                "GLPI_LOGIN", ""));

        assertThat(sent.target()).isEqualTo("/glpi/apirest.php/initSession");
        assertThat(sent.headers().allValues("Authorization")).containsExactly("user_token user-canary");
        assertThat(sent.headers().allValues("App-Token")).containsExactly("app-canary");
    }

    @Test
    void readsLoginAndPassword() {
        TransportRequest sent =
                sentWith(Map.of("GLPI_URL", "http://localhost", "GLPI_LOGIN", "glpi", "GLPI_PASSWORD", "glpi"));

        assertThat(sent.headers().allValues("Authorization")).containsExactly("Basic Z2xwaTpnbHBp");
        assertThat(sent.headers().allValues("App-Token")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', GLPI_URL is not set",
        "GLPI_URL, no credentials",
        "GLPI_URL GLPI_LOGIN, GLPI_PASSWORD is not",
        "GLPI_URL GLPI_LOGIN GLPI_USER_TOKEN, both GLPI_USER_TOKEN and GLPI_LOGIN",
    })
    void namesTheVariableAtFault(String set, String problem) {
        Map<String, String> variables = new HashMap<>();
        for (String name : set.split(" ", -1)) {
            variables.put(name, name.equals("GLPI_URL") ? "http://localhost" : "canary");
        }

        assertThatThrownBy(() -> ClientEnvironment.builder(variables))
                .isInstanceOf(GlpiConfigurationException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining("canary");
    }
}
