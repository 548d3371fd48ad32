package io.github.glpi4j.testkit.internal.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeEntity;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.ProfileGrant;
import io.github.glpi4j.testkit.internal.state.item.Columns;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemQuery;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import io.github.glpi4j.testkit.internal.state.item.ItemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A read-only table of what is stored elsewhere. */
final class OwnItems implements ItemTable {
    private final ItemTable table;
    private final Supplier<Map<Integer, ObjectNode>> rows;

    /** Uses the type and columns of a table, and rows by their ids. */
    OwnItems(ItemTable table, Supplier<Map<Integer, ObjectNode>> rows) {
        this.table = table;
        this.rows = rows;
    }

    /** Returns the default profiles and those of the accounts. */
    static Map<Integer, ObjectNode> profiles(Accounts accounts) {
        Map<Integer, ObjectNode> rows = new TreeMap<>();
        List.of(FakeProfile.selfService(), FakeProfile.superAdmin(), FakeProfile.technician())
                .forEach(profile -> rows.put(profile.id(), row(profile)));
        for (FakeUser user : accounts.list()) {
            for (ProfileGrant grant : user.profiles()) {
                rows.putIfAbsent(grant.profile().id(), row(grant.profile()));
            }
        }
        return rows;
    }

    private static ObjectNode row(FakeProfile profile) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", profile.id())
                .put("name", profile.name())
                .put("interface", profile.interfaceName())
                .put("is_default", profile.id() == FakeProfile.selfService().id() ? 1 : 0);
    }

    static Map<Integer, ObjectNode> entities(EntityTree tree) {
        Map<Integer, ObjectNode> rows = new TreeMap<>();
        for (FakeEntity entity : tree.list()) {
            rows.put(
                    entity.id(),
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("id", entity.id())
                            .put("name", entity.name())
                            .put("entities_id", entity.parent())
                            .put("completename", tree.completeName(entity.id()))
                            .put("level", tree.ancestors(entity.id()).size() + 1));
        }
        return rows;
    }

    @Override
    public ItemType type() {
        return table.type();
    }

    @Override
    public Columns columns() {
        return table.columns();
    }

    @Override
    public Optional<Item> find(int id) {
        return Optional.ofNullable(rows.get().get(id)).map(row -> new Item(id, row));
    }

    @Override
    public List<Item> list(ItemQuery query) {
        return query.select(all(), columns());
    }

    @Override
    public List<Item> all() {
        return rows.get().entrySet().stream()
                .map(row -> new Item(row.getKey(), row.getValue()))
                .toList();
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public boolean isInEntities() {
        return false;
    }

    @Override
    public Item add(ObjectNode fields) {
        throw readOnly();
    }

    @Override
    public void update(int id, ObjectNode changes) {
        throw readOnly();
    }

    @Override
    public void purge(int id) {
        throw readOnly();
    }

    private IllegalArgumentException readOnly() {
        return new IllegalArgumentException("items of this type cannot be changed: " + type().name());
    }
}
