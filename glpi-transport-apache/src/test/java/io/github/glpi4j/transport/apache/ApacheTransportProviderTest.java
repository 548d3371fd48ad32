package io.github.glpi4j.transport.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportProvider;
import io.github.glpi4j.transport.TransportSettings;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ApacheTransportProviderTest {

    private static final String SERVICE = TransportProvider.class.getName();

    @Test
    void is_found_on_the_class_path_under_the_name_apache() throws Exception {
        TransportProvider found = ServiceLoader.load(TransportProvider.class).stream()
                .filter(provider -> provider.type() == ApacheTransportProvider.class)
                .findFirst()
                .orElseThrow()
                .get();

        assertThat(found.name()).isEqualTo("apache");
        try (Transport made = found.create(TransportSettings.defaults())) {
            assertThat(made).isInstanceOf(ApacheTransport.class);
        }
    }

    @Test
    void http2_is_rejected_with_an_alternative() {
        TransportSettings settings = TransportSettings.builder().http2().build();

        assertThatThrownBy(() -> new ApacheTransportProvider().create(settings))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'apache'", "http2", "'vertx'", "glpi-transport-vertx");
    }

    @Test
    void module_declaration_and_service_file_name_the_same_provider() throws Exception {
        Path classes = Path.of(ApacheTransport.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor module = ModuleFinder.of(classes)
                .find("io.github.glpi4j.transport.apache")
                .orElseThrow()
                .descriptor();
        String serviceFile;
        try (InputStream in = ApacheTransport.class.getResourceAsStream("/META-INF/services/" + SERVICE)) {
            serviceFile = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(module.provides()).singleElement().satisfies(provides -> {
            assertThat(provides.service()).isEqualTo(SERVICE);
            assertThat(provides.providers()).isEqualTo(serviceFile.lines().toList());
        });
        assertThat(serviceFile.lines()).isEqualTo(List.of(ApacheTransportProvider.class.getName()));
    }
}
