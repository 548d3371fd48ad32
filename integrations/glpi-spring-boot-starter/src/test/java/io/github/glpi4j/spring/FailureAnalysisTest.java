package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.GlpiSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads what applications print whose first call fails at the start. */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTest {

    @Test
    void leavesAFailureWithoutAHintToTheStackTrace(CapturedOutput output) {
        failToStart(VaultIsSealed.class, "the supplier of credentials gave none");

        assertThat(output.getAll()).contains("Application run failed", "Caused by", "the vault is sealed");
    }

    @Test
    void doesNotSayThatACallFailedToCreateTheClient(CapturedOutput output) {
        failToStart(SuppliesItself.class, "returns another supplier");

        assertThat(output.getAll())
                .contains(
                        "APPLICATION FAILED TO START", "returns another supplier", "a supplier must not return itself")
                .doesNotContain("could not be created");
    }

    private static void failToStart(Class<?> connection, String problem) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class, connection)
                        .web(WebApplicationType.NONE)
                        .run()
                        .close())
                .hasStackTraceContaining(GlpiConfigurationException.class.getName())
                .hasStackTraceContaining(problem);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        CommandLineRunner firstCall(GlpiSession glpi) {
            return arguments -> glpi.getMyProfiles().execute();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class VaultIsSealed {
        @Bean
        GlpiConnectionDetails connection() {
            return new Connection(Credentials.supplier(() -> {
                throw new IllegalStateException("the vault is sealed");
            }));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class SuppliesItself {
        @Bean
        GlpiConnectionDetails connection() {
            return new Connection(itself());
        }

        private static Credentials itself() {
            return Credentials.supplier(SuppliesItself::itself);
        }
    }

    record Connection(Credentials credentials) implements GlpiConnectionDetails {
        @Override
        public String getUrl() {
            return "http://localhost:1";
        }

        @Override
        public Credentials getCredentials() {
            return credentials;
        }
    }
}
