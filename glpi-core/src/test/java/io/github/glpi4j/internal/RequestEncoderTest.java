package io.github.glpi4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.internal.http.BaseUrl;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.RequestEncoder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestEncoderTest {

    private static String target(List<String> path, Map<String, String> query) {
        RequestEncoder encoder =
                new RequestEncoder(BaseUrl.parse("http://localhost/glpi"), null, "en-GB", Map.of(), List.of());
        Operation<String> operation =
                Operation.get("search", (JsonHandler<String>) response -> "").path(path.toArray(String[]::new));
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            operation = operation.query(parameter.getKey(), parameter.getValue());
        }
        return encoder.encode(operation).request().target();
    }

    @ParameterizedTest
    @CsvSource({
        "Glpi\\Socket, Glpi%5CSocket",
        "PluginFieldsContainer, PluginFieldsContainer",
        "a/b, a%2Fb",
        "../config, ..%2Fconfig",
        "a b, a%20b",
        "a?b#c, a%3Fb%23c",
        "100%, 100%25",
        "Zürich – Büro, Z%C3%BCrich%20%E2%80%93%20B%C3%BCro",
        "😀, %F0%9F%98%80",
    })
    void aSegmentOfThePathStaysOne(String segment, String encoded) {
        assertThat(target(List.of(segment, "7"), Map.of())).isEqualTo("/glpi/apirest.php/" + encoded + "/7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "]", "+", "&", "%", "#", "=", "?", "\\", " ", "ü", "😀", "^Dupont$", "a+b%20c"})
    void aQueryArrivesAsItWasMeant(String value) {
        String target = target(List.of("search"), Map.of("criteria[0][value]", value));

        assertThat(target)
                .startsWith("/glpi/apirest.php/search?criteria%5B0%5D%5Bvalue%5D=")
                .matches("[A-Za-z0-9/.?=%_~-]+");
        assertThat(URLDecoder.decode(target.substring(target.indexOf('=') + 1), StandardCharsets.UTF_8))
                .isEqualTo(value);
    }
}
