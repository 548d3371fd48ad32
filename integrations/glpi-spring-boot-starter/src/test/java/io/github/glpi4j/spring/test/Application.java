package io.github.glpi4j.spring.test;

import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiBuilder;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Application {

    @Configuration(proxyBeanMethods = false)
    static class WithATechnician {
        @Bean
        FakeGlpiBuilder fakeGlpiBuilder() {
            return FakeGlpi.builder()
                    .user(FakeUser.of("sync").withApiToken("synctoken").withProfile(FakeProfile.technician(), 0, true));
        }
    }
}
