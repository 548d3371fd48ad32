package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** Starts applications that cannot start, and reads what they print. */
@ExtendWith(OutputCaptureExtension.class)
class WrongPropertiesTest {

    private static final String URL = "glpi.url=http://localhost:1";
    private static final String TOKEN = "glpi.user-token=canary1token";
    private static final String LOGIN = "glpi.login=canary2login";
    private static final String PASSWORD = "glpi.password=canary3password";

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(List.of(TOKEN), "glpi.url is not set", "glpi.enabled=false"),
                arguments(List.of("glpi.url=", TOKEN), "glpi.url is not set", "Set it to the URL of GLPI"),
                arguments(
                        List.of("glpi.url=glpi.example.org", TOKEN),
                        "glpi.url: the base URL must start with",
                        "Correct"),
                userInfo("http://me:canary4@localhost"),
                userInfo("http://me:canary9/x@localhost"),
                userInfo("http://me:canary9?x@localhost"),
                userInfo("http://me:12345/canary10@localhost"),
                arguments(List.of(URL), "requires credentials", "glpi.user-token, or glpi.login and glpi.password"),
                arguments(
                        List.of(URL, TOKEN, LOGIN, PASSWORD), "glpi.user-token is set, and so is glpi.login", "either"),
                arguments(List.of(URL, TOKEN, PASSWORD), "glpi.user-token is set, and so is glpi.password", "either"),
                arguments(List.of(URL, LOGIN), "glpi.login is set, but glpi.password is not", "Set both"),
                arguments(List.of(URL, PASSWORD), "glpi.password is set, but glpi.login is not", "Set both"),
                arguments(List.of(URL, "glpi.user-token=canary5 token"), "glpi.user-token: the user token", "Correct"),
                arguments(
                        List.of(URL, "glpi.login=canary6:login", PASSWORD),
                        "glpi.login and glpi.password: ",
                        "Correct"),
                arguments(List.of(URL, TOKEN, "glpi.app-token=canary7 é"), "glpi.app-token: ", "Correct"),
                arguments(List.of(URL, TOKEN, "glpi.call-timeout=0s"), "glpi.call-timeout: ", "Correct"),
                arguments(List.of(URL, TOKEN, "glpi.connect-timeout=2d"), "glpi.connect-timeout: ", "Correct"),
                arguments(List.of(URL, TOKEN, "glpi.max-connections=0"), "glpi.max-connections: ", "Correct"),
                arguments(List.of(URL, TOKEN, "glpi.max-retries=11"), "glpi.max-retries: ", "Correct"),
                arguments(List.of(URL, TOKEN, "glpi.max-response-size=2GB"), "glpi.max-response-size: ", "Correct"),
                arguments(List.of(URL, TOKEN, "glpi.auth-source=a b"), "glpi.auth-source: ", "Correct"),
                arguments(
                        List.of(URL, TOKEN, "glpi.transport=jetty"),
                        "there is no GLPI transport named 'jetty'",
                        "apache"),
                arguments(List.of(URL, TOKEN, "glpi.http2=true"), "'apache' supports HTTP/1.1 only", "Correct"),
                arguments(
                        List.of(URL, TOKEN, "glpi.ssl-bundle=desk"),
                        "there is no SSL bundle 'desk'",
                        "spring.ssl.bundle"),
                arguments(List.of(URL, TOKEN, "glpi.proxy.host=proxy"), "glpi.proxy.host and glpi.proxy.port", "both"),
                arguments(
                        List.of(
                                URL,
                                TOKEN,
                                "glpi.proxy.host=proxy",
                                "glpi.proxy.port=3128",
                                "glpi.proxy.password=canary8"),
                        "glpi.proxy.user and glpi.proxy.password",
                        "both"),
                arguments(List.of(URL, TOKEN, "glpi.proxy.host=proxy", "glpi.proxy.port=0"), "glpi.proxy: ", "Correct"),
                arguments(List.of(URL, TOKEN, "glpi.context.profile=0"), "glpi.context: ", "Correct"),
                arguments(
                        List.of(URL, TOKEN, "glpi.context.recursive=true"),
                        "glpi.context: recursive is set",
                        "Correct"),
                arguments(
                        List.of(URL, TOKEN, "glpi.context.entity=1", "glpi.context.all-entities=true"),
                        "glpi.context: entity and all-entities",
                        "Correct"));
    }

    private static Arguments userInfo(String url) {
        return arguments(List.of("glpi.url=" + url, TOKEN), "glpi.url: the base URL has user-info", "Correct");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void failTheStartByTheirNames(List<String> properties, String problem, String action, CapturedOutput output) {
        SpringApplication application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(properties.toArray(String[]::new))
                .build();

        assertThatThrownBy(application::run)
                .hasStackTraceContaining(problem)
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("canary"));
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .doesNotContain("canary")
                .satisfies(text -> {
                    String[] sections = text.split("\\RAction:\\R", -1);
                    assertThat(sections[0]).contains(problem);
                    assertThat(sections[1]).contains(action);
                });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
