package io.github.glpi4j.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.state.EntityTree;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import io.github.glpi4j.testkit.internal.state.item.VisibleEntities;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a session may do with items, by the rights of its profile and by its entities. */
public final class ItemAccess {
    /** Types for which the right to read includes only the user's own items. */
    private static final Set<String> OWNED = Set.of("Ticket", "Problem", "Change");

    private static final int READ_ALL = 1024;

    private final ObjectNode rights;
    private final boolean central;
    private final int user;
    private final VisibleEntities visible;

    public ItemAccess(ApiRequest request, Session session) {
        Scope scope = session.scope();
        this.user = session.user().id();
        if (scope == null) {
            rights = JsonNodeFactory.instance.objectNode();
            central = false;
            visible = new VisibleEntities(Set.of(), Set.of());
        } else {
            rights = request.state().factoryData().rights(scope.profile());
            central = scope.profile().interfaceName().equals("central");
            visible = new VisibleEntities(
                    scope.entities(), ancestors(scope, request.state().entities()));
        }
    }

    private static Set<Integer> ancestors(Scope scope, EntityTree tree) {
        Set<Integer> ancestors = new HashSet<>();
        scope.entities().forEach(entity -> ancestors.addAll(tree.ancestors(entity)));
        return ancestors;
    }

    public VisibleEntities visible() {
        return visible;
    }

    /** Whether the profile allows an action on items of a type. A right that GLPI does not know is one of a plugin. */
    public boolean allows(ItemTable table, int bit) {
        JsonNode bits = rights.path(table.type().right());
        return bits.isNumber() ? (bits.intValue() & table.type().bits(bit)) != 0 : central;
    }

    public boolean allowsReading(ItemTable table) {
        return allows(table, isOwned(table) ? Rights.READ | READ_ALL : Rights.READ);
    }

    /** The values that fields must have for a session that sees only its own items. */
    public Map<String, JsonNode> restriction(ItemTable table) {
        return isOwned(table) && !allows(table, READ_ALL)
                ? Map.of("users_id_recipient", IntNode.valueOf(user))
                : Map.of();
    }

    public boolean mayRead(ItemTable table, Item item) {
        return allowsReading(table)
                && (!table.isInEntities() || visible.contain(item, table.columns()))
                && restriction(table).entrySet().stream()
                        .allMatch(field ->
                                table.columns().value(item, field.getKey()).equals(field.getValue()));
    }

    /** Whether an item, or a new one with given fields, may be changed; its entity must be active. */
    public boolean mayWrite(ItemTable table, Item item, int bit) {
        return allows(table, bit)
                && (!table.isInEntities()
                        || visible.active()
                                .contains(table.columns()
                                        .value(item, "entities_id")
                                        .asInt()));
    }

    private static boolean isOwned(ItemTable table) {
        return OWNED.contains(table.type().name());
    }
}
