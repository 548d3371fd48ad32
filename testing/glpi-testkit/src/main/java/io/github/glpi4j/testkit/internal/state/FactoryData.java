package io.github.glpi4j.testkit.internal.state;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Settings and rights of a new GLPI 10.0.19 or 11.0.6, from the JSON resources next to this class. */
public final class FactoryData {
    private static final ObjectReader JSON = new JsonMapper().reader();

    private final ObjectNode preferences;
    private final ObjectNode centralRights;
    private final ObjectNode helpdeskRights;

    private final ObjectNode config = read("config.json");

    FactoryData(GlpiVersion version) {
        String suffix = version.isFrom11() ? "-11.json" : ".json";
        preferences = read("preferences" + suffix);
        centralRights = read("profile-central" + suffix);
        helpdeskRights = read("profile-helpdesk" + suffix);
    }

    /** Returns a copy of the settings. */
    public ObjectNode config() {
        return config.deepCopy();
    }

    /** Returns a copy of the default preferences. */
    public ObjectNode preferences() {
        return preferences.deepCopy();
    }

    /**
     * Returns the rights of GLPI's Super-Admin (central) or Self-Service (helpdesk) with the profile's own changes; a copy.
     */
    public ObjectNode rights(FakeProfile profile) {
        ObjectNode rights = (profile.interfaceName().equals("central") ? centralRights : helpdeskRights).deepCopy();
        profile.rights().forEach(rights::put);
        return rights;
    }

    private static ObjectNode read(String file) {
        try (InputStream in = FactoryData.class.getResourceAsStream(file)) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
