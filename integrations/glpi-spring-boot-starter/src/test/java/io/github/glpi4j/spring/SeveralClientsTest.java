package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class SeveralClientsTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    @Test
    void workSideBySide() {
        FakeGlpi glpi = GLPI.fake();
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(GlpiAutoConfiguration.class, GlpiHealthAutoConfiguration.class))
                .withPropertyValues(
                        "glpi.url=" + GLPI.url(),
                        "glpi.check-on-start=true",
                        "glpi.login=api-reader",
                        "glpi.password=Reader:with:colons",
                        "admin.token=" + glpi.user("glpi").orElseThrow().apiToken())
                .withUserConfiguration(AdminClient.class, Reader.class)
                .run(context -> {
                    assertThat(context).hasSingleBean(GlpiSession.class).hasBean("glpiHealthIndicator");
                    Reader reader = context.getBean(Reader.class);
                    assertThat(reader.glpi.getFullSession().execute().login()).contains("api-reader");
                    assertThat(reader.admin.session().getFullSession().execute().login())
                            .contains("glpi");
                    assertThat(glpi.sessions()).hasSize(2);

                    context.close();
                    assertThat(glpi.sessions()).isEmpty();
                });
    }

    @Test
    void areAllCheckedAtTheStart() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(GlpiAutoConfiguration.class))
                .withPropertyValues(
                        "glpi.url=" + GLPI.url(),
                        "glpi.check-on-start=true",
                        "glpi.login=api-reader",
                        "glpi.password=Reader:with:colons",
                        "admin.token=canary")
                .withUserConfiguration(AdminClient.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(GlpiStartCheckException.class)
                        .message()
                        .containsPattern("credentials +failed")
                        .doesNotContain("canary"));
    }

    @Configuration(proxyBeanMethods = false)
    static class AdminClient {
        // tag::several[]
        @Bean(defaultCandidate = false)
        @Qualifier("admin") GlpiClient adminClient(GlpiClient glpi, @Value("${admin.token}") String token) {
            return glpi.toBuilder().credentials(Credentials.userToken(token)).build();
        }
        // end::several[]
    }

    record Reader(GlpiSession glpi, @Qualifier("admin") GlpiClient admin) {}
}
