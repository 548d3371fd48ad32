package io.github.glpi4j.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.spring.GlpiAutoConfiguration;
import io.github.glpi4j.spring.GlpiConnectionDetails;
import io.github.glpi4j.testkit.FakeGlpi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The tests of an application never reach the GLPI that its own beans name. */
class FakeGlpiBesideOwnBeansTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(FakeGlpiAutoConfiguration.class, GlpiAutoConfiguration.class));

    @Test
    void replacesConnectionDetails() {
        application.withUserConfiguration(OwnConnection.class).run(context -> {
            assertThat(context.getBean(GlpiSession.class).getMyProfiles().execute())
                    .isNotEmpty();
            assertThat(context.getBean(FakeGlpi.class).loginCount()).isEqualTo(1);
        });
    }

    @Test
    void refusesPrimaryConnectionDetails() {
        application
                .withUserConfiguration(PrimaryConnection.class)
                .run(context ->
                        assertThat(context).getFailure().hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class));
    }

    @Test
    void refusesAClientOfAnotherGlpi() {
        application
                .withUserConfiguration(OwnClient.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("'ownClient', GlpiClient[https://glpi.example.org/")
                        .hasMessageContaining("is not connected to FakeGlpi"));
    }

    @Test
    void acceptsAClientOfFakeGlpi() {
        application
                .withUserConfiguration(OwnClientOfFakeGlpi.class)
                .run(context -> assertThat(context.getBean(GlpiSession.class)
                                .getMyProfiles()
                                .execute())
                        .isNotEmpty());
    }

    @Test
    void leavesAClientWithAQualifierAlone() {
        application
                .withUserConfiguration(OtherClient.class)
                .run(context ->
                        assertThat(context).hasNotFailed().hasBean("glpiClient").hasBean("otherClient"));
    }

    private static GlpiClient clientOfAnotherGlpi() {
        return GlpiClient.builder("https://glpi.example.org")
                .credentials(Credentials.userToken("own"))
                .build();
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnConnection {
        @Bean
        GlpiConnectionDetails connection() {
            return new Connection();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PrimaryConnection {
        @Bean
        @Primary
        GlpiConnectionDetails connection() {
            return new Connection();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {
        @Bean
        GlpiClient ownClient() {
            return clientOfAnotherGlpi();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClientOfFakeGlpi {
        @Bean
        GlpiClient ownClient(GlpiConnectionDetails connection) {
            return GlpiClient.builder(connection.getUrl())
                    .credentials(connection.getCredentials())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OtherClient {
        @Bean(defaultCandidate = false)
        @Qualifier("other") GlpiClient otherClient() {
            return clientOfAnotherGlpi();
        }
    }

    record Connection() implements GlpiConnectionDetails {
        @Override
        public String getUrl() {
            return "http://localhost:1";
        }

        @Override
        public Credentials getCredentials() {
            return Credentials.userToken("own");
        }
    }
}
