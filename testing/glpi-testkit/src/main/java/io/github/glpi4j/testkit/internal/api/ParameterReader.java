package io.github.glpi4j.testkit.internal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.php.PhpQuery;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the parameters of a request: query, then body, then Basic, then headers; the last one wins. */
public final class ParameterReader {
    private static final ObjectReader JSON =
            JsonMapper.builder().build().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ParameterReader() {}

    public static Parameters read(GlpiRequest request, Set<GlpiSwitch> switches, GlpiVersion version) {
        ObjectNode values = PhpQuery.parse(request.query());
        addBody(request, values, version);
        if (!switches.contains(GlpiSwitch.AUTHORIZATION_STRIPPED)) {
            addAuthorization(request, values);
        }
        if (!switches.contains(GlpiSwitch.SESSION_TOKEN_STRIPPED)) {
            addHeader(request, "Session-Token", "session_token", values);
        }
        addHeader(request, "App-Token", "app_token", values);
        wordsToBooleans(values);
        return new Parameters(values);
    }

    private static void addBody(GlpiRequest request, ObjectNode values, GlpiVersion version) {
        byte[] body = request.body();
        boolean blank = isBlank(body);
        if (!blank && request.method().equals("GET")) {
            throw GlpiError.documented(
                    400, "ERROR_JSON_PAYLOAD_FORBIDDEN", "GET Request should not have json payload (http body)");
        }
        // Without a content type, PHP gets an empty one from the web server, and GLPI ignores the body.
        String type = request.header("Content-Type").orElse("");
        if (type.contains("application/json")) {
            if (!blank) {
                addJson(json(request, body, version), values);
            }
        } else if (type.contains("multipart/form-data")) {
            addJson(Multipart.parse(type, body).manifest(version), values);
        } else if (type.contains("application/x-www-form-urlencoded")) {
            values.setAll(PhpQuery.parse(request.bodyText()));
        }
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (" \t\n\r\0\u000B".indexOf(b) < 0) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode json(GlpiRequest request, byte[] body, GlpiVersion version) {
        boolean compressed = request.header("Content-Encoding").isPresent();
        return Optional.of(body)
                .filter(bytes -> !compressed)
                .flatMap(version.isFrom11() ? ParameterReader::parseAny : ParameterReader::parse)
                .orElseThrow(ParameterReader::invalidJson);
    }

    /** Returns nothing for invalid JSON and for JSON that PHP calls empty; GLPI before 11 treats both alike. */
    static Optional<JsonNode> parse(byte[] json) {
        return parseAny(json).filter(Parameters::isTruthy);
    }

    private static Optional<JsonNode> parseAny(byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return Optional.of(JSON.readTree(text));
        } catch (CharacterCodingException | JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    static GlpiError invalidJson() {
        return GlpiError.of(400, "ERROR_JSON_PAYLOAD_INVALID", "JSON payload seems not valid");
    }

    /** Only an object holds parameters; other JSON is accepted and ignored. */
    private static void addJson(JsonNode json, ObjectNode values) {
        if (json instanceof ObjectNode object) {
            values.setAll(object);
        }
    }

    private static void addAuthorization(GlpiRequest request, ObjectNode values) {
        String authorization = request.header("Authorization").orElse("");
        BasicAuth.parse(authorization).ifPresent(basic -> {
            values.put("login", basic.login());
            values.put("password", basic.password());
        });
        if (authorization.contains("user_token")) {
            List<String> pieces = PhpQuery.pieces(authorization, ' ');
            if (pieces.size() > 1) {
                values.put("user_token", pieces.get(1));
            }
        }
    }

    private static void addHeader(GlpiRequest request, String header, String name, ObjectNode values) {
        request.header(header).ifPresent(value -> values.put(name, value));
    }

    private static void wordsToBooleans(ObjectNode values) {
        values.properties().forEach(entry -> {
            String text = entry.getValue().isTextual() ? entry.getValue().textValue() : "";
            if (text.equals("true") || text.equals("false")) {
                values.put(entry.getKey(), text.equals("true"));
            }
        });
    }
}
