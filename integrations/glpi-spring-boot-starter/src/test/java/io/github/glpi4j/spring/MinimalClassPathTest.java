package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.GlpiClient;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Starts an application without what is optional: the actuator and everything for tests. */
class MinimalClassPathTest {

    private static final Pattern OPTIONAL = Pattern.compile(
            "actuator|spring-boot-health|micrometer-core|testkit|wiremock|spring-test|spring-boot-test");

    @Test
    void startsWithoutTheActuatorAndTheTestkit() throws Exception {
        URL[] required = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !OPTIONAL.matcher(entry).find())
                .map(MinimalClassPathTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader minimal = new URLClassLoader(required, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(minimal);
            Callable<?> start = (Callable<?>) minimal.loadClass(Application.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(start.call()).hasToString("GlpiClient[http://localhost:1/apirest.php], health indicator: false");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    public static class Application implements Callable<String> {

        public Application() {}

        @Override
        public String call() {
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .run("--glpi.url=http://localhost:1", "--glpi.user-token=token")) {
                return context.getBean(GlpiClient.class) + ", health indicator: "
                        + context.containsBean("glpiHealthIndicator");
            }
        }
    }
}
