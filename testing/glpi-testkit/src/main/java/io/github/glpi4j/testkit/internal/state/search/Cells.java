package io.github.glpi4j.testkit.internal.state.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The values of columns, as GLPI shows them. */
final class Cells {
    private static final Set<String> ITIL = Set.of("Ticket", "Change", "Problem");

    private final Joins joins;
    private final UnaryOperator<String> encoder;

    Cells(Joins joins, UnaryOperator<String> encoder) {
        this.joins = joins;
        this.encoder = encoder;
    }

    JsonNode value(ItemTable table, Item item, SearchOption option) {
        List<Item> rows = joins.rows(table, item, option);
        if (option.datatype().equals("count")) {
            return IntNode.valueOf(rows.size());
        }
        ItemTable target = joins.target(option).orElse(table);
        if (!option.is("forcegroupby") || target == table) {
            return rows.isEmpty() ? NullNode.getInstance() : encode(joins.value(target, rows.get(0), option.field()));
        }
        boolean people = ITIL.contains(table.type().name()) && option.table().equals("glpi_users");
        return group(rows.stream()
                .map(row -> people
                        ? TextNode.valueOf(Integer.toString(row.id()))
                        : encode(joins.value(target, row, option.field())))
                .toList());
    }

    /** Returns nothing, a text or a list of texts. */
    static JsonNode group(List<JsonNode> values) {
        Set<String> texts = new LinkedHashSet<>();
        values.stream().filter(value -> !value.isNull()).map(JsonNode::asText).forEach(texts::add);
        if (texts.size() < 2) {
            return texts.isEmpty()
                    ? NullNode.getInstance()
                    : TextNode.valueOf(texts.iterator().next());
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    /** GLPI does not encode the separator in the names of trees. */
    private JsonNode encode(JsonNode value) {
        if (value.isMissingNode()) {
            return NullNode.getInstance();
        }
        if (!value.isTextual()) {
            return value;
        }
        String separator = " > ";
        return TextNode.valueOf(encoder.apply(value.textValue()).replace(encoder.apply(separator), separator));
    }

    JsonNode sortKey(ItemTable table, Item item, SearchOption option) {
        List<Item> rows = joins.rows(table, item, option);
        if (option.datatype().equals("count")) {
            return IntNode.valueOf(rows.size());
        }
        if (rows.isEmpty()) {
            return NullNode.getInstance();
        }
        ItemTable target = joins.target(option).orElse(table);
        Item row = rows.get(0);
        JsonNode value = joins.value(target, row, option.field());
        if (target != table && option.table().equals("glpi_users")) {
            return TextNode.valueOf(text(target, row, "realname") + text(target, row, "firstname") + value.asText(""));
        }
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    private static String text(ItemTable table, Item row, String field) {
        JsonNode value = table.columns().value(row, field);
        return value.isNull() ? "" : value.asText("");
    }

    /** Null comes first, numbers are compared as such, and text ignores case. */
    static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        if (one.isNull() || other.isNull()) {
            return Boolean.compare(other.isNull(), one.isNull());
        }
        return one.asText().toLowerCase(Locale.ROOT).compareTo(other.asText().toLowerCase(Locale.ROOT));
    }
}
