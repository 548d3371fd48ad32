package io.github.glpi4j.testkit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.ProfileGrant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The profiles of an account and their entities as JSON. */
final class ProfileNodes {
    private final FakeUser user;
    private final EntityTree tree;

    ProfileNodes(FakeUser user, EntityTree tree) {
        this.user = user;
        this.tree = tree;
    }

    /** Each profile once, in the order they were given. */
    Collection<FakeProfile> profiles() {
        Map<Integer, FakeProfile> byId = new LinkedHashMap<>();
        user.profiles().forEach(grant -> byId.putIfAbsent(grant.profile().id(), grant.profile()));
        return byId.values();
    }

    /** The profiles as the session holds them. */
    JsonNode all() {
        Map<Integer, ObjectNode> all = new LinkedHashMap<>();
        for (FakeProfile profile : profiles()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", profile.name());
            node.set("entities", entities(profile));
            all.put(profile.id(), node);
        }
        return PhpArray.of(all);
    }

    /** The entities a profile is given on, by their ids: a list or an object. */
    JsonNode entities(FakeProfile profile) {
        return PhpArray.of(entitiesById(profile));
    }

    /** The same, always a list. */
    ArrayNode entityList(FakeProfile profile) {
        return JsonNodeFactory.instance.arrayNode().addAll(entitiesById(profile).values());
    }

    private Map<Integer, ObjectNode> entitiesById(FakeProfile profile) {
        List<ProfileGrant> grants = Scope.grants(user, profile).stream()
                .sorted(Comparator.comparing(grant -> tree.completeName(grant.entity())))
                .toList();
        Map<Integer, ObjectNode> entities = new LinkedHashMap<>();
        for (ProfileGrant grant : grants) {
            if (grant.recursive() || !entities.containsKey(grant.entity())) {
                ObjectNode entity = JsonNodeFactory.instance.objectNode();
                entity.put("id", grant.entity());
                entity.put("name", tree.completeName(grant.entity()));
                entity.put("is_recursive", grant.recursive() ? 1 : 0);
                entities.put(grant.entity(), entity);
            }
        }
        return entities;
    }
}
