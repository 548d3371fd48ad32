package io.github.glpi4j.spring;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Masks the passwords and tokens among the properties of GLPI in the endpoints {@code env} and {@code configprops} of the
 * actuator, also where these show values.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class GlpiSanitizingAutoConfiguration {

    private static final Set<String> SECRETS =
            Set.of("glpiusertoken", "glpipassword", "glpiapptoken", "glpiproxypassword");

    GlpiSanitizingAutoConfiguration() {}

    /** Ignores how a property is written: {@code glpi.user-token}, {@code glpi.userToken} or {@code GLPI_USER_TOKEN}. */
    @Bean
    SanitizingFunction glpiSanitizingFunction() {
        return data -> {
            String key = data.getKey().replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
            return SECRETS.contains(key) ? data.withSanitizedValue() : data;
        };
    }
}
