package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportProvider;
import io.github.glpi4j.transport.TransportSettings;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class VertxTransportProviderTest {

    @Test
    void is_found_under_its_name() throws Exception {
        TransportProvider found = ServiceLoader.load(TransportProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals("vertx"))
                .findAny()
                .orElseThrow();

        try (Transport made = found.create(TransportSettings.defaults())) {
            assertThat(made).isInstanceOf(VertxTransport.class);
        }
    }

    @Test
    void class_path_and_module_path_agree() throws Exception {
        String service = TransportProvider.class.getName();
        List<String> named;
        try (InputStream file = VertxTransport.class.getResourceAsStream("/META-INF/services/" + service)) {
            named = new String(file.readAllBytes(), UTF_8).lines().toList();
        }
        Path classes = Path.of(VertxTransport.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor module = ModuleFinder.of(classes)
                .find("io.github.glpi4j.transport.vertx")
                .orElseThrow()
                .descriptor();

        assertThat(named).containsExactly(VertxTransportProvider.class.getName());
        assertThat(module.provides()).singleElement().satisfies(provided -> {
            assertThat(provided.service()).isEqualTo(service);
            assertThat(provided.providers()).isEqualTo(named);
        });
    }
}
