package io.github.glpi4j.it;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.testkit.FakeGlpi;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The GLPI of a suite: FakeGlpi, or with {@code -Plive} the server set in the environment. */
final class Server implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final boolean live = Boolean.getBoolean("glpi4j.live");
    private @Nullable FakeGlpi fake;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!live) {
            fake = FakeGlpi.start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (fake != null) {
            fake.reset();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (fake != null) {
            fake.close();
        }
    }

    /** Returns FakeGlpi for a test that needs a switch; on a real GLPI such a test is skipped. */
    FakeGlpi needing(String switchOrAccount) {
        if (fake == null) {
            return Assumptions.abort("needs what no client can set on a real GLPI: " + switchOrAccount);
        }
        return fake;
    }

    String url() {
        return fake == null ? required("GLPI_URL") : fake.url();
    }

    String login() {
        return fake == null ? required("GLPI_LOGIN") : "glpi";
    }

    String password() {
        return fake == null ? required("GLPI_PASSWORD") : "glpi";
    }

    Credentials basic() {
        return Credentials.basic(login(), password());
    }

    Credentials userToken() {
        return Credentials.userToken(
                fake == null
                        ? required("GLPI_USER_TOKEN")
                        : Objects.requireNonNull(fake.user("glpi").orElseThrow().apiToken()));
    }

    Optional<String> appToken() {
        return fake == null ? Optional.ofNullable(System.getenv("GLPI_APP_TOKEN")) : Optional.empty();
    }

    /** Creates a client for this server, without credentials. */
    GlpiClientBuilder client(Way way) {
        GlpiClientBuilder builder = way.client(url());
        appToken().ifPresent(builder::appToken);
        return builder;
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("the live suite needs the environment variable " + variable);
        }
        return value;
    }
}
