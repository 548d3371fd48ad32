package io.github.glpi4j.testkit.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Settings and rights of a freshly installed GLPI 10.0.19, kept as JSON files next to this class. */
final class FactoryData {
    private FactoryData() {}

    /** The preferences of an account that has changed none. */
    static ObjectNode preferences() {
        return read("preferences.json");
    }

    /** The rights of GLPI's own Super-Admin (central) or Self-Service (helpdesk). */
    static ObjectNode rights(String interfaceName) {
        return read("profile-" + interfaceName + ".json");
    }

    private static ObjectNode read(String file) {
        try (InputStream in = FactoryData.class.getResourceAsStream(file)) {
            return (ObjectNode) new JsonMapper().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
