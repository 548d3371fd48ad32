package io.github.glpi4j.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiBuilder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestContextManager;

/** Ends a JVM while Spring's context cache still holds a context, as each test run does. */
class FakeGlpiAtJvmExitTest {

    @Test
    void leavesNoSession(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestRun.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(output)
                .content()
                .contains("open during the run: 1", "open after the server: 0, ended by the client: 1")
                .doesNotContain("could not be ended");
    }

    static final class TestRun {

        private TestRun() {}

        public static void main(String[] args) {
            ApplicationContext context =
                    new TestContextManager(Cached.class).getTestContext().getApplicationContext();
            FakeGlpi glpi = context.getBean(FakeGlpi.class);
            context.getBean(Witness.class).server = glpi;
            context.getBean(GlpiSession.class).getMyProfiles().execute();
            System.out.println("open during the run: " + glpi.sessions().size());
            System.exit(0); // as Surefire, Gradle and the console launcher do
        }
    }

    @SpringBootTest(classes = {Application.class, Witnessed.class})
    @AutoConfigureFakeGlpi
    static class Cached {}

    @Configuration(proxyBeanMethods = false)
    static class Witnessed {

        @Bean
        Witness witness() {
            return new Witness();
        }

        /** Makes the server depend on the witness, which is destroyed after it. */
        @Bean
        FakeGlpiBuilder fakeGlpiBuilder(Witness witness) {
            return FakeGlpi.builder();
        }
    }

    static final class Witness implements DisposableBean {

        private @Nullable FakeGlpi server;

        @Override
        public void destroy() {
            FakeGlpi glpi = Objects.requireNonNull(server);
            System.out.println(
                    "open after the server: " + glpi.sessions().size() + ", ended by the client: " + glpi.killCount());
            System.out.flush();
        }
    }
}
