package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.item.ItemMapper;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.SessionStore;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.apache.ApacheTransport;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class GlpiAutoConfigurationTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, GlpiAutoConfiguration.class));

    private ApplicationContextRunner withUserToken() {
        return application.withPropertyValues(
                "glpi.url=" + GLPI.url(),
                "glpi.user-token=" + GLPI.fake().user("glpi").orElseThrow().apiToken());
    }

    @Test
    void twoPropertiesGiveAClientAndItsSession() {
        withUserToken().run(context -> {
            assertThat(context.getBean(GlpiSession.class))
                    .isSameAs(context.getBean(GlpiClient.class).session());
            assertThat(context.getBean(GlpiSession.class)
                            .getFullSession()
                            .execute()
                            .login())
                    .contains("glpi");
        });
    }

    @Test
    void logsInWithALoginAndAPassword() {
        application
                .withPropertyValues(
                        "glpi.url=" + GLPI.url(), "glpi.login=api-reader", "glpi.password=Reader:with:colons")
                .run(context -> assertThat(context.getBean(GlpiSession.class)
                                .getFullSession()
                                .execute()
                                .login())
                        .contains("api-reader"));
    }

    @Test
    void takesEmptyPropertiesAsNotSet() {
        withUserToken()
                .withPropertyValues("glpi.login=", "glpi.password=", "glpi.app-token=", "glpi.transport=")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(GlpiClient.class));
    }

    @Test
    void closesTheClientWithTheContext() {
        withUserToken().run(context -> {
            assertThat(context.getBean(GlpiSession.class).getMyProfiles().execute())
                    .isNotEmpty();
            assertThat(GLPI.fake().sessions()).hasSize(1);
            context.close();
            assertThat(GLPI.fake().sessions()).isEmpty();
        });
    }

    @Test
    void backsOffForAClientOfTheApplication() {
        application.withUserConfiguration(OwnClient.class).run(context -> {
            assertThat(context).hasSingleBean(GlpiClient.class).hasBean("ownClient");
            assertThat(context.getBean(GlpiSession.class))
                    .isSameAs(context.getBean(GlpiClient.class).session());
        });
    }

    @Test
    void leavesTheSessionToAnApplicationWithSeveralClients() {
        application
                .withUserConfiguration(OwnClient.class)
                .withBean("other", GlpiClient.class, () -> OwnClient.client("http://localhost/other"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(GlpiSession.class));
    }

    @Test
    void isSwitchedOff() {
        application
                .withPropertyValues("glpi.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(GlpiClient.class));
    }

    @Test
    void worksInTheContext() {
        withUserToken()
                .withPropertyValues("glpi.context.profile=4", "glpi.context.entity=0", "glpi.context.recursive=true")
                .run(context -> {
                    FullSession session =
                            context.getBean(GlpiSession.class).getFullSession().execute();
                    assertThat(session.activeProfileId()).isEqualTo(OptionalLong.of(4));
                    assertThat(GLPI.fake().requestsTo("changeActiveProfile")).hasSize(1);
                    assertThat(GLPI.fake().requestsTo("changeActiveEntities"))
                            .singleElement()
                            .satisfies(request -> assertThat(request.bodyText())
                                    .contains("\"entities_id\":0", "\"is_recursive\":true"));
                });
    }

    @Test
    void sendsTheAppToken() {
        withUserToken().withPropertyValues("glpi.app-token=desk-token").run(context -> {
            GLPI.fake().apiClients(ApiClient.of("desk").withAppToken("desk-token"));
            assertThat(context.getBean(GlpiSession.class).getMyProfiles().execute())
                    .isNotEmpty();
        });
    }

    @Test
    void usesTheBeansOfTheApplication() {
        withUserToken().withUserConfiguration(Beans.class).run(context -> {
            assertThat(context.getBean(GlpiSession.class).getMyProfiles().execute())
                    .isNotEmpty();
            assertThat(context.getBean(MemoryStore.class).token).isNotNull();
            assertThat(GLPI.fake().requests())
                    .allSatisfy(request -> assertThat(request.header("X-Desk")).contains("7"));
        });
    }

    @Test
    void leavesATransportOfTheApplicationOpenUntilTheClientIsClosed() {
        withUserToken().withUserConfiguration(OwnTransport.class).run(context -> {
            assertThat(context.getBean(GlpiSession.class).getMyProfiles().execute())
                    .isNotEmpty();
            context.close();
            assertThat(GLPI.fake().sessions()).isEmpty();
        });
    }

    @Test
    void refusesPropertiesThatATransportOfTheApplicationIgnores() {
        withUserToken()
                .withUserConfiguration(OwnTransport.class)
                .withPropertyValues("glpi.connect-timeout=3s", "glpi.transport=apache")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(GlpiConfigurationException.class)
                        .hasMessageContaining("glpi.transport, glpi.connect-timeout"));
    }

    @Test
    void ignoresAnEmptyProxyBesideATransportOfTheApplication() {
        withUserToken()
                .withUserConfiguration(OwnTransport.class)
                .withPropertyValues("glpi.proxy.host=", "glpi.proxy.user=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesAProxyBesideATransportOfTheApplication() {
        withUserToken()
                .withUserConfiguration(OwnTransport.class)
                .withPropertyValues("glpi.proxy.host=proxy", "glpi.proxy.port=3128")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("do not apply: glpi.proxy"));
    }

    @Test
    void connectsWhereTheConnectionDetailsSay() {
        application
                .withUserConfiguration(OwnConnection.class)
                .run(context -> assertThat(context.getBean(GlpiSession.class)
                                .getFullSession()
                                .execute()
                                .login())
                        .contains("glpi"));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {
        @Bean
        GlpiClient ownClient() {
            return client("http://localhost/own");
        }

        static GlpiClient client(String url) {
            return GlpiClient.builder(url)
                    .credentials(Credentials.userToken("own"))
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        GlpiClientCustomizer customizer() {
            return builder -> builder.header("X-Desk", "7");
        }

        @Bean
        MemoryStore store() {
            return new MemoryStore();
        }

        @Bean
        ItemMapper mapper() {
            return ItemMapper.standard();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnTransport {
        @Bean
        Transport transport() {
            return ApacheTransport.create();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnConnection {
        @Bean
        GlpiConnectionDetails connection() {
            return new GlpiConnectionDetails() {
                @Override
                public String getUrl() {
                    return GLPI.url();
                }

                @Override
                public Credentials getCredentials() {
                    return Credentials.basic("glpi", "glpi");
                }
            };
        }
    }

    static final class MemoryStore implements SessionStore {
        private volatile @Nullable String token;

        @Override
        public CompletionStage<Optional<String>> load() {
            return CompletableFuture.completedFuture(Optional.ofNullable(token));
        }

        @Override
        public CompletionStage<String> save(@Nullable String replaced, String opened) {
            token = opened;
            return CompletableFuture.completedFuture(opened);
        }

        @Override
        public CompletionStage<@Nullable Void> discard(String discarded) {
            token = null;
            return CompletableFuture.completedFuture(null);
        }
    }
}
