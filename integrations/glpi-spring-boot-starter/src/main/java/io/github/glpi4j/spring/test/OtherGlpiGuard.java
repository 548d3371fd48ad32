package io.github.glpi4j.spring.test;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import java.net.URI;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;

/**
 * Refuses a client that the application has created for another GLPI, before anything uses it. A client that is injected
 * with a qualifier only may have another GLPI.
 */
final class OtherGlpiGuard implements BeanPostProcessor {

    private final ConfigurableListableBeanFactory beans;

    OtherGlpiGuard(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof GlpiClient client && isDefaultCandidate(name) && !isConnectedToFakeGlpi(client)) {
            client.close();
            throw new IllegalStateException("the bean '" + name + "', " + client
                    + ", is not connected to FakeGlpi: create it from the bean GlpiConnectionDetails, or not at all");
        }
        return bean;
    }

    private boolean isDefaultCandidate(String name) {
        return !(beans.containsBeanDefinition(name)
                && beans.getMergedBeanDefinition(name) instanceof AbstractBeanDefinition definition
                && !definition.isDefaultCandidate());
    }

    private boolean isConnectedToFakeGlpi(GlpiClient client) {
        URI glpi = URI.create(beans.getBean(FakeGlpi.class).url());
        return client.toString().contains("//" + glpi.getRawAuthority());
    }
}
