package io.github.glpi4j.spring.test;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import java.time.Duration;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Resets the FakeGlpi of the context before each test method. Does nothing without {@link AutoConfigureFakeGlpi}. */
final class ResetFakeGlpiTestExecutionListener extends AbstractTestExecutionListener {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    ResetFakeGlpiTestExecutionListener() {}

    @Override
    public void beforeTestMethod(TestContext test) {
        AutoConfigureFakeGlpi annotation =
                TestContextAnnotationUtils.findMergedAnnotation(test.getTestClass(), AutoConfigureFakeGlpi.class);
        if (annotation != null && annotation.reset()) {
            reset(test.getApplicationContext());
        }
    }

    private static void reset(ApplicationContext context) {
        FakeGlpi glpi = context.getBean(FakeGlpi.class);
        glpi.reset();
        context.getBeanProvider(FakeGlpiConnectionDetails.class).ifAvailable(FakeGlpiConnectionDetails::renewToken);
        // The session ended with the reset: without this, each test would begin with a refused request.
        context.getBeanProvider(GlpiClient.class)
                .forEach(client -> client.session().killSession().timeout(LIMIT).execute());
        glpi.clearRequests();
    }
}
