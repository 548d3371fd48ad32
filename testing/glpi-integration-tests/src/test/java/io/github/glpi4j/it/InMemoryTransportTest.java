package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.GlpiResponse;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A client on {@link FakeGlpi#answer} needs no socket. */
class InMemoryTransportTest {

    static BlockingTransport transport(FakeGlpi glpi) {
        return (request, exchange) -> response(glpi.answer(request(request)));
    }

    private static GlpiRequest request(TransportRequest request) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers()
                .forEach((name, value) ->
                        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
        try (InputStream body = request.body().openStream()) {
            return GlpiRequest.of(request.method(), request.target(), headers, body.readAllBytes());
        }
    }

    private static TransportResponse response(GlpiResponse response) {
        Headers.Builder headers = Headers.builder();
        response.headers().forEach(headers::add);
        return TransportResponse.of(response.status(), headers.build(), ByteBuffer.wrap(response.body()));
    }

    @Test
    void managedSessionWorksWithoutASocket() {
        try (FakeGlpi glpi = FakeGlpi.inMemory()) {
            try (GlpiClient client = GlpiClient.builder(glpi.url())
                    .listener(new CheckingListener())
                    .transport(transport(glpi))
                    .credentials(Credentials.basic("glpi", "glpi"))
                    .build()) {
                assertThat(client.session().getFullSession().execute().login()).contains("glpi");
                assertThat(glpi.sessions()).hasSize(1);
            }
            assertThat(glpi.sessions()).isEmpty();
            assertThat(glpi.requests()).extracting(GlpiRequest::path).first().isEqualTo("/apirest.php/initSession");
        }
    }
}
