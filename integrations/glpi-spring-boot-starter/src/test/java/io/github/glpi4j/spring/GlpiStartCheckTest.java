package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class GlpiStartCheckTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private static final SpringApplication APPLICATION = new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .build();

    private static ConfigurableApplicationContext run(String url, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "--glpi.url=" + url;
        all[1] = "--glpi.login=glpi";
        all[2] = "--glpi.password=glpi";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return APPLICATION.run(all);
    }

    @Test
    void startsWithoutACheckByDefault() {
        try (ConfigurableApplicationContext context = run("http://localhost:1")) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void startsIfAllIsWell() {
        try (ConfigurableApplicationContext context = run(GLPI.url(), "--glpi.check-on-start=true")) {
            assertThat(context.isRunning()).isTrue();
            assertThat(GLPI.fake().loginCount()).isEqualTo(1);
            assertThat(GLPI.fake().sessions()).isEmpty();
        }
    }

    @Test
    void namesAMisspeltUrl(CapturedOutput output) {
        String misspelt = GLPI.url().replace("/apirest.php", "/gpli/apirest.php");

        assertThatThrownBy(() -> run(misspelt, "--glpi.check-on-start=true").close())
                .hasMessageContaining("GlpiClient[" + misspelt + "] cannot work with GLPI");

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .containsPattern("Description:\\R\\RGlpiClient\\[.*/gpli/apirest.php] cannot work with GLPI:\\R")
                .containsPattern("tcp +ok")
                .containsPattern("glpi +failed")
                .containsPattern("Action:\\R\\R\\w+");
    }

    @Test
    void checksALazyApplicationToo(CapturedOutput output) {
        assertThatThrownBy(() -> run(
                                "http://localhost:1",
                                "--glpi.check-on-start=true",
                                "--spring.main.lazy-initialization=true")
                        .close())
                .hasMessageContaining("cannot work with GLPI");

        assertThat(output.getAll()).containsPattern("tcp +failed");
    }

    @Test
    void showsNoSecret(CapturedOutput output) {
        GLPI.fake().turnOn(GlpiSwitch.CREDENTIALS_OFF);

        assertThatThrownBy(() -> run(GLPI.url(), "--glpi.check-on-start=true", "--glpi.password=canary")
                        .close())
                .hasMessageContaining("cannot work with GLPI");

        assertThat(output.getAll()).containsPattern("credentials +failed").doesNotContain("canary");
        FakeGlpi glpi = GLPI.fake();
        assertThat(glpi.sessions()).isEmpty();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
