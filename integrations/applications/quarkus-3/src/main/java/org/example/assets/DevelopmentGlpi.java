package org.example.assets;

import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The GLPI of {@code quarkus:dev}, unless {@code GLPI_URL} names another. The packaged application has no such bean, and
 * no testkit: its scope is {@code provided}, which Quarkus has on the class path of development and of tests only.
 */
@IfBuildProfile("dev")
@Singleton
class DevelopmentGlpi {

    private static final String URL = "http://127.0.0.1:28080/apirest.php";

    private FakeGlpi glpi;

    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "glpi.url") String url,
            @ConfigProperty(name = "glpi.user-token") String userToken) {
        if (url.equals(URL)) {
            glpi = FakeGlpi.builder()
                    .port(URI.create(URL).getPort())
                    .user(FakeUser.of("developer")
                            .withApiToken(userToken)
                            .withProfile(FakeProfile.superAdmin(), 0, true))
                    .withItems("Computer", List.of(Map.of("id", 1, "name", "dev-1"), Map.of("id", 2, "name", "dev-2")))
                    .start();
        }
    }

    /** After the event that ends the client's session. */
    @PreDestroy
    void stop() {
        if (glpi != null) {
            glpi.close();
        }
    }
}
