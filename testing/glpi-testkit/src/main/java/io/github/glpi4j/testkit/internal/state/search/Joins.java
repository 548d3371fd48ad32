package io.github.glpi4j.testkit.internal.state.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemStore;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rows of other tables that belong to an item; for one search, as it remembers what it read. */
final class Joins {
    /** Types that GLPI connects to computers. */
    private static final Set<String> CONNECTED = Set.of("Monitor", "Peripheral", "Phone", "Printer");

    private final ItemStore items;
    private final Map<String, Map<String, List<Item>>> indexes = new HashMap<>();
    private final Map<String, Optional<ItemTable>> targets = new HashMap<>();

    Joins(ItemStore items) {
        this.items = items;
    }

    Optional<ItemTable> target(SearchOption option) {
        return targets.computeIfAbsent(
                option.table(), table -> items.referredBy(table.replaceFirst("^glpi_", "") + "_id"));
    }

    /** Returns the rows of an option's table: the item itself, one that it refers to, or several. */
    List<Item> rows(ItemTable from, Item item, SearchOption option) {
        ItemTable target = target(option).orElse(null);
        if (target == null) {
            return List.of();
        }
        boolean refersToOwnTable = !option.linkField().equals(option.field())
                && from.columns().contain(option.linkField())
                && from == items.referredBy(option.linkField()).orElse(null);
        if (target == from && option.joinParameters().isEmpty() && !refersToOwnTable) {
            return List.of(item);
        }
        return join(from, item, target, option.joinParameters(), option.linkField());
    }

    private List<Item> join(ItemTable from, Item item, ItemTable target, JsonNode parameters, String link) {
        JsonNode before = parameters.path("beforejoin");
        if (!before.isObject()) {
            return direct(from, item, target, parameters, link);
        }
        String name = before.path("table").asText().replaceFirst("^glpi_", "") + "_id";
        ItemTable middle = items.referredBy(name).orElse(null);
        if (middle == null) {
            return List.of();
        }
        List<Item> rows = new ArrayList<>();
        for (Item row : join(from, item, middle, before.path("joinparams"), name)) {
            rows.addAll(direct(middle, row, target, parameters, link));
        }
        return rows;
    }

    private List<Item> direct(ItemTable from, Item item, ItemTable target, JsonNode parameters, String link) {
        String id = Integer.toString(item.id());
        String key = items.foreignKey(from.type().name());
        List<Item> rows = switch (parameters.path("jointype").asText("")) {
            case "child" ->
                index(target, parameters.path("linkfield").asText(key)).getOrDefault(id, List.of());
            case "itemtype_item" -> ofItem(target, from, item);
            case "item_item" -> {
                Set<Item> both = new LinkedHashSet<>(index(target, key + "_1").getOrDefault(id, List.of()));
                both.addAll(index(target, key + "_2").getOrDefault(id, List.of()));
                yield List.copyOf(both);
            }
            default ->
                target.find(from.columns().value(item, link).asInt(-1))
                        .map(List::of)
                        .orElse(List.of());
        };
        return rows.stream()
                .filter(row -> meets(parameters.path("condition"), target, row))
                .toList();
    }

    private List<Item> ofItem(ItemTable target, ItemTable from, Item item) {
        return index(target, "items_id").getOrDefault(Integer.toString(item.id()), List.of()).stream()
                .filter(row -> target.columns()
                        .value(row, "itemtype")
                        .asText()
                        .equals(from.type().name()))
                .toList();
    }

    /** Conditions other than simple values are ignored. */
    private static boolean meets(JsonNode condition, ItemTable target, Item row) {
        return condition.properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .allMatch(field -> target.columns()
                        .value(row, field.getKey().replace("NEWTABLE.", ""))
                        .asText()
                        .equals(field.getValue().asText()));
    }

    private Map<String, List<Item>> index(ItemTable table, String column) {
        return indexes.computeIfAbsent(table.type().name() + "." + column, name -> {
            Map<String, List<Item>> index = new HashMap<>();
            for (Item row : table.all()) {
                String value = table.columns().value(row, column).asText("");
                index.computeIfAbsent(value, other -> new ArrayList<>()).add(row);
            }
            return index;
        });
    }

    /** Returns the items of another type that are linked to an item, null if GLPI knows no link of these types. */
    @Nullable List<Item> linked(ItemTable from, Item item, ItemTable to) {
        String fromType = from.type().name();
        String toType = to.type().name();
        String fromKey = items.foreignKey(fromType);
        String toKey = items.foreignKey(toType);
        if (from.columns().contain(toKey)) {
            return to.find(from.columns().value(item, toKey).asInt(-1))
                    .map(List::of)
                    .orElse(List.of());
        }
        if (to.columns().contain(fromKey)) {
            return index(to, fromKey).getOrDefault(Integer.toString(item.id()), List.of());
        }
        if (to.columns().contain("itemtype") && to.columns().contain("items_id")) {
            return ofItem(to, from, item);
        }
        ItemTable versions = items.table("SoftwareVersion").orElse(null);
        ItemTable installations = items.table("Item_SoftwareVersion").orElse(null);
        if (versions != null && installations != null && fromType.equals("Computer") && toType.equals("Software")) {
            return referred(
                    referred(ofItem(installations, from, item), installations, versions, "softwareversions_id"),
                    versions,
                    to,
                    "softwares_id");
        }
        ItemTable link = linkTable(fromType, toType);
        if (link != null) {
            return index(link, fromKey).getOrDefault(Integer.toString(item.id()), List.of()).stream()
                    .filter(row ->
                            link.columns().value(row, "itemtype").asText().equals(toType))
                    .flatMap(
                            row -> to.find(link.columns().value(row, "items_id").asInt()).stream())
                    .toList();
        }
        ItemTable reverse = linkTable(toType, fromType);
        return reverse == null
                ? null
                : ofItem(reverse, from, item).stream()
                        .flatMap(row ->
                                to.find(reverse.columns().value(row, toKey).asInt()).stream())
                        .toList();
    }

    private static List<Item> referred(List<Item> rows, ItemTable table, ItemTable to, String column) {
        return rows.stream()
                .flatMap(row -> to.find(table.columns().value(row, column).asInt(-1)).stream())
                .toList();
    }

    /** The table that links items of any type to one, such as {@code Item_Ticket}. */
    private @Nullable ItemTable linkTable(String type, String other) {
        if (type.equals("Computer") && !CONNECTED.contains(other)) {
            return null;
        }
        return items.table(type + "_Item").or(() -> items.table("Item_" + type)).orElse(null);
    }

    /** Returns the ids of an item of a tree and of all items below it. */
    Set<Integer> tree(ItemTable table, int root) {
        Set<Integer> tree = new LinkedHashSet<>(List.of(root));
        String parent = items.foreignKey(table.type().name());
        List<Integer> next = List.of(root);
        while (!next.isEmpty()) {
            List<Integer> found = new ArrayList<>();
            for (Integer id : next) {
                for (Item child : index(table, parent).getOrDefault(id.toString(), List.of())) {
                    if (tree.add(child.id())) {
                        found.add(child.id());
                    }
                }
            }
            next = found;
        }
        return tree;
    }

    /** Returns a field; a missing name of a tree is made from the names above. */
    JsonNode value(ItemTable table, Item row, String field) {
        JsonNode value = table.columns().value(row, field);
        if (!field.equals("completename") || !value.asText("null").matches("|null")) {
            return value;
        }
        String parent = items.foreignKey(table.type().name());
        StringBuilder name =
                new StringBuilder(table.columns().value(row, "name").asText(""));
        Set<Integer> seen = new LinkedHashSet<>(List.of(row.id()));
        Optional<Item> above = table.find(table.columns().value(row, parent).asInt(-1));
        while (above.isPresent() && seen.add(above.get().id())) {
            name.insert(0, table.columns().value(above.get(), "name").asText("") + " > ");
            above = table.find(table.columns().value(above.get(), parent).asInt(-1));
        }
        return TextNode.valueOf(name.toString());
    }
}
