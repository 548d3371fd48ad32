package io.github.glpi4j.transport.apache;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void whatIsNotHonouredIsRefusedRatherThanIgnored() {
        TransportSettings defaults = TransportSettings.defaults();
        for (TransportSettings settings : List.of(
                defaults.withTls(Tls.insecureTrustingEverything()),
                defaults.withProxy(HttpProxy.of("127.0.0.1", 3128)),
                defaults.withHttp2())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ApacheTransport.create(settings))
                    .withMessageContaining("Apache transport");
        }
    }
}
