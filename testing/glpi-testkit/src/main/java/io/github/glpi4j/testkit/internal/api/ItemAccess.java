package io.github.glpi4j.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.state.EntityTree;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Columns;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemQuery;
import io.github.glpi4j.testkit.internal.state.item.ItemStore;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import io.github.glpi4j.testkit.internal.state.item.VisibleEntities;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a session may do with items, by the rights of its profile and by its entities. */
public final class ItemAccess {
    /** Types for which the right to read includes only the user's own items, and the types of their actors. */
    private static final Map<String, String> OWNED =
            Map.of("Ticket", "Ticket_User", "Problem", "Problem_User", "Change", "Change_User");

    private static final Set<String> PRIVATE = Set.of("ITILFollowup", "TicketTask");

    private static final int READ_ALL = 1024;
    private static final int READ_ASSIGNED = 4096;
    private static final int READ_PRIVATE = 8192;
    private static final int ASSIGNED = 2;

    private final ItemStore items;
    private final ObjectNode rights;
    private final boolean central;
    private final int user;
    private final VisibleEntities visible;

    public ItemAccess(ApiRequest request, Session session) {
        Scope scope = session.scope();
        this.items = request.state().items();
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

    /** Keeps the rows that belong to the user, and those that are not private, unless the profile allows all. */
    public List<Item> readable(ItemTable table, List<Item> rows) {
        boolean all =
                (!isOwned(table) || allows(table, READ_ALL)) && (!hasPrivate(table) || allows(table, READ_PRIVATE));
        return all
                ? rows
                : rows.stream().filter(item -> isReadable(table, item)).toList();
    }

    private boolean isReadable(ItemTable table, Item item) {
        if (isOwned(table)) {
            return allows(table, READ_ALL) || isOwn(table, item);
        }
        return !hasPrivate(table)
                || allows(table, READ_PRIVATE)
                || (isShown(table, item) && mayReadParent(table, item));
    }

    private boolean isOwn(ItemTable table, Item item) {
        return isUser(table.columns().value(item, "users_id_recipient")) || hasRole(table, item);
    }

    private boolean hasRole(ItemTable table, Item item) {
        Map<String, JsonNode> own = Map.of(
                items.foreignKey(table.type().name()), IntNode.valueOf(item.id()), "users_id", IntNode.valueOf(user));
        ItemTable actors =
                items.table(OWNED.getOrDefault(table.type().name(), "")).orElseThrow();
        return actors.list(new ItemQuery(false, null, own, Map.of(), "id", false)).stream()
                .anyMatch(actor ->
                        actors.columns().value(actor, "type").asInt() != ASSIGNED || allows(table, READ_ASSIGNED));
    }

    private boolean isShown(ItemTable table, Item item) {
        Columns columns = table.columns();
        return columns.value(item, "is_private").asInt() == 0
                || isUser(columns.value(item, "users_id"))
                || isUser(columns.value(item, "users_id_tech"));
    }

    private boolean isUser(JsonNode id) {
        return id.isInt() && id.intValue() == user;
    }

    private boolean mayReadParent(ItemTable table, Item item) {
        Columns columns = table.columns();
        boolean ofTicket = columns.contain("tickets_id");
        String type = ofTicket ? "Ticket" : columns.value(item, "itemtype").asText();
        int id = columns.value(item, ofTicket ? "tickets_id" : "items_id").asInt();
        return items.table(type)
                .filter(parents -> parents.find(id)
                        .filter(parent -> mayRead(parents, parent))
                        .isPresent())
                .isPresent();
    }

    public boolean mayRead(ItemTable table, Item item) {
        return allowsReading(table)
                && (!table.isInEntities() || visible.contain(item, table.columns()))
                && isReadable(table, item);
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
        return OWNED.containsKey(table.type().name());
    }

    private static boolean hasPrivate(ItemTable table) {
        return PRIVATE.contains(table.type().name());
    }
}
