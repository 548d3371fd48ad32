package io.github.glpi4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What editors offer to users of the properties. */
class ConfigurationMetadataTest {

    private static JsonNode metadata() throws IOException {
        try (InputStream json = Objects.requireNonNull(
                GlpiProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            return new JsonMapper().readTree(json).get("properties");
        }
    }

    @Test
    void describesEachProperty() throws IOException {
        assertThat(metadata()).hasSizeGreaterThan(30).allSatisfy(property -> {
            assertThat(property.path("description").asText())
                    .as(property.get("name").asText())
                    .isNotBlank()
                    .endsWith(".");
            assertThat(property.path("type").asText())
                    .isIn(
                            "java.lang.String",
                            "java.lang.Boolean",
                            "java.lang.Integer",
                            "java.lang.Long",
                            "java.time.Duration",
                            "org.springframework.util.unit.DataSize");
        });
    }

    @Test
    void isDocumented() throws IOException {
        String page = Files.readString(Path.of("../../docs/spring-boot.md"));

        assertThat(metadata())
                .allSatisfy(property ->
                        assertThat(page).contains("`" + property.get("name").asText()));
    }

    @Test
    void knowsTheDefaults() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        metadata().forEach(property -> {
            if (property.has("defaultValue")) {
                defaults.put(
                        property.get("name").asText(),
                        property.get("defaultValue").asText());
            }
        });

        assertThat(defaults)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("glpi.call-timeout", "60s"),
                        Map.entry("glpi.check-on-start", "false"),
                        Map.entry("glpi.connect-timeout", "10s"),
                        Map.entry("glpi.context.all-entities", "false"),
                        Map.entry("glpi.context.recursive", "false"),
                        Map.entry("glpi.credentials-in-body", "false"),
                        Map.entry("glpi.enabled", "true"),
                        Map.entry("glpi.fake.login", "glpi"),
                        Map.entry("glpi.health.cache-time-to-live", "10s"),
                        Map.entry("glpi.health.timeout", "5s"),
                        Map.entry("glpi.http2", "false"),
                        Map.entry("glpi.max-connections", "20"),
                        Map.entry("glpi.max-response-size", "32MB"),
                        Map.entry("glpi.max-retries", "2"),
                        Map.entry("glpi.verify-account-on-login", "true"),
                        Map.entry("management.health.glpi.enabled", "true")));
    }
}
