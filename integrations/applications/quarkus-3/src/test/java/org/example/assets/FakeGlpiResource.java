package org.example.assets;

import io.github.glpi4j.testkit.FakeGlpi;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** A GLPI for the tests: started before the application, and stopped after it. */
public final class FakeGlpiResource implements QuarkusTestResourceLifecycleManager {

    private FakeGlpi glpi;

    @Override
    public Map<String, String> start() {
        glpi = FakeGlpi.builder()
                .withItems("Computer", List.of(Map.of("id", 1, "name", "lab-1"), Map.of("id", 2, "name", "lab-2")))
                .start();
        return Map.of(
                "glpi.url", glpi.url(),
                "glpi.user-token", glpi.user("glpi").orElseThrow().apiToken());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(glpi, new TestInjector.MatchesType(FakeGlpi.class));
    }

    /** Called after the application has stopped. */
    @Override
    public void stop() {
        int left = glpi.sessions().size();
        glpi.close();
        if (left > 0) {
            throw new IllegalStateException("the application left " + left + " sessions open");
        }
    }
}
