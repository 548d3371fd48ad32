package io.github.glpi4j;

import java.util.Map;
import java.util.Optional;

/** Reads a client's settings from environment variables. */
final class ClientEnvironment {

    private final Map<String, String> variables;

    private ClientEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    static GlpiClientBuilder builder(Map<String, String> variables) {
        ClientEnvironment environment = new ClientEnvironment(variables);
        GlpiClientBuilder builder = GlpiClient.builder(environment
                .get("GLPI_URL")
                .orElseThrow(() -> missing("GLPI_URL is not set", "Set it to the URL of GLPI")));
        environment.get("GLPI_APP_TOKEN").ifPresent(builder::appToken);
        return builder.credentials(environment.credentials());
    }

    private Credentials credentials() {
        Optional<String> token = get("GLPI_USER_TOKEN");
        Optional<String> login = get("GLPI_LOGIN");
        if (token.isPresent() && login.isPresent()) {
            throw missing("both GLPI_USER_TOKEN and GLPI_LOGIN are set", "Unset one of them");
        }
        return token.map(Credentials::userToken)
                .or(() -> login.map(name -> Credentials.basic(
                        name,
                        get("GLPI_PASSWORD")
                                .orElseThrow(
                                        () -> missing("GLPI_LOGIN is set, but GLPI_PASSWORD is not", "Set both")))))
                .orElseThrow(() -> missing(
                        "the environment has no credentials", "Set GLPI_USER_TOKEN, or GLPI_LOGIN and GLPI_PASSWORD"));
    }

    private Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    private static GlpiConfigurationException missing(String problem, String hint) {
        return new GlpiConfigurationException(problem, hint, null);
    }
}
