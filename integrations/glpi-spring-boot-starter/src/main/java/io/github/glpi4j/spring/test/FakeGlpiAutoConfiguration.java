package io.github.glpi4j.spring.test;

import io.github.glpi4j.spring.GlpiAutoConfiguration;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Starts a {@link FakeGlpi} and connects the client to it. Tests use it through {@link AutoConfigureFakeGlpi}. To run an
 * application without a GLPI during development:
 *
 * <pre>{@code
 * SpringApplication.from(DeskApplication::main).with(FakeGlpiAutoConfiguration.class).run(args);
 * }</pre>
 */
@AutoConfiguration(before = GlpiAutoConfiguration.class)
public final class FakeGlpiAutoConfiguration {

    FakeGlpiAutoConfiguration() {}

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    FakeGlpi fakeGlpi(ObjectProvider<FakeGlpiBuilder> builder) {
        return builder.getIfAvailable(FakeGlpi::builder).start();
    }

    /** Primary, so that connection details of the application are not used. */
    @Bean
    @Primary
    FakeGlpiConnectionDetails fakeGlpiConnectionDetails(FakeGlpi glpi, @Value("${glpi.fake.login:glpi}") String login) {
        return new FakeGlpiConnectionDetails(glpi, login);
    }

    @Bean
    static OtherGlpiGuard otherGlpiGuard(ConfigurableListableBeanFactory beans) {
        return new OtherGlpiGuard(beans);
    }
}
