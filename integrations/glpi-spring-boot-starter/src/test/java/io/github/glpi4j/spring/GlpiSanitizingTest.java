package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What the actuator shows of the properties to a reader who may see values. */
class GlpiSanitizingTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    GlpiAutoConfiguration.class,
                    GlpiSanitizingAutoConfiguration.class,
                    EnvironmentEndpointAutoConfiguration.class,
                    ConfigurationPropertiesReportEndpointAutoConfiguration.class))
            .withPropertyValues(
                    "spring.jmx.enabled=true",
                    "management.endpoints.jmx.exposure.include=*",
                    "management.endpoint.env.show-values=always",
                    "management.endpoint.configprops.show-values=always",
                    "glpi.url=http://localhost:1");

    private ApplicationContextRunner withToken() {
        return application.withPropertyValues("glpi.user-token=canary1", "glpi.appToken=canary2");
    }

    private ApplicationContextRunner withPasswords() {
        return application.withPropertyValues(
                "glpi.login=api-reader",
                "glpi.PASSWORD=canary3",
                "glpi.proxy.host=proxy",
                "glpi.proxy.port=3128",
                "glpi.proxy.user=squid",
                "glpi.proxy.password=canary4");
    }

    @Test
    void masksTokens() {
        withToken().run(context -> {
            assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null)))
                    .contains("http://localhost:1", "glpi.user-token")
                    .doesNotContain("canary");
            assertThat(json(context.getBean(ConfigurationPropertiesReportEndpoint.class)
                            .configurationProperties()))
                    .contains("http://localhost:1", "userToken", "appToken")
                    .doesNotContain("canary");
        });
    }

    @Test
    void masksPasswords() {
        withPasswords().run(context -> {
            assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null)))
                    .contains("http://localhost:1", "api-reader", "squid", "glpi.proxy.password")
                    .doesNotContain("canary");
            assertThat(json(context.getBean(ConfigurationPropertiesReportEndpoint.class)
                            .configurationProperties()))
                    .contains("http://localhost:1", "api-reader", "squid", "password")
                    .doesNotContain("canary");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GLPI_USER_TOKEN", "GLPI_USERTOKEN", "GLPI_APP_TOKEN", "GLPI_PASSWORD", "GLPI_PROXY_PASSWORD"})
    void masksVariablesOfTheEnvironment(String variable) {
        application
                .withPropertyValues("glpi.enabled=false")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new SystemEnvironmentPropertySource(
                                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                        Map.of(variable, "canary5"))))
                .run(context -> {
                    EnvironmentEndpoint endpoint = context.getBean(EnvironmentEndpoint.class);

                    assertThat(json(endpoint.environment(null)))
                            .contains(variable)
                            .doesNotContain("canary");
                    assertThat(json(endpoint.environmentEntry(variable))).doesNotContain("canary");
                });
    }

    @Test
    void isRegistered() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(GlpiSanitizingAutoConfiguration.class.getName());
    }

    private static String json(Object descriptor) throws Exception {
        return new JsonMapper().writeValueAsString(descriptor);
    }
}
