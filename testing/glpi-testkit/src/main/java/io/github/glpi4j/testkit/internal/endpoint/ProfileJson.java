package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.ProfileGrant;
import io.github.glpi4j.testkit.internal.php.PhpArray;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.Grants;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The profiles of an account and their entities as JSON. */
final class ProfileJson {
    private final FakeUser user;
    private final GlpiState state;

    ProfileJson(FakeUser user, GlpiState state) {
        this.user = user;
        this.state = state;
    }

    /** Returns each profile once, in the order in which they were granted. */
    Collection<FakeProfile> profiles() {
        Map<Integer, FakeProfile> byId = new LinkedHashMap<>();
        user.profiles().forEach(grant -> byId.putIfAbsent(grant.profile().id(), grant.profile()));
        return byId.values();
    }

    /** All profiles, as kept in the session. */
    JsonNode all() {
        Map<Integer, ObjectNode> all = new LinkedHashMap<>();
        for (FakeProfile profile : profiles()) {
            ObjectNode node = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", state.version().encode(profile.name()));
            node.set("entities", entities(profile));
            all.put(profile.id(), node);
        }
        return PhpArray.of(all);
    }

    /** The active profile with all its rights, as kept in the session. */
    ObjectNode active(FakeProfile profile) {
        ObjectNode active = JsonNodeFactory.instance
                .objectNode()
                .put("id", profile.id())
                .put("name", state.version().encode(profile.name()))
                .put("interface", profile.interfaceName());
        active.setAll(state.factoryData().rights(profile));
        active.set("entities", entities(profile));
        return active;
    }

    /** The entities of a profile, always as a list. */
    ArrayNode entityList(FakeProfile profile) {
        return JsonNodeFactory.instance.arrayNode().addAll(entitiesById(profile).values());
    }

    /** The entities of a profile by id: a list or an object. */
    private JsonNode entities(FakeProfile profile) {
        return PhpArray.of(entitiesById(profile));
    }

    private Map<Integer, ObjectNode> entitiesById(FakeProfile profile) {
        Map<Integer, ObjectNode> entities = new LinkedHashMap<>();
        for (ProfileGrant grant : Grants.of(user, profile, state.entities()).list()) {
            ObjectNode entity = JsonNodeFactory.instance.objectNode();
            entity.put("id", grant.entity());
            entity.put(
                    "name",
                    state.version().encode(state.entities().get(grant.entity()).name()));
            entity.put("is_recursive", grant.recursive() ? 1 : 0);
            entities.put(grant.entity(), entity);
        }
        return entities;
    }
}
