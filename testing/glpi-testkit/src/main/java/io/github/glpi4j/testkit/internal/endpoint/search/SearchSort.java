package io.github.glpi4j.testkit.internal.endpoint.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import io.github.glpi4j.testkit.internal.state.search.Search;
import java.util.ArrayList;
import java.util.List;

/** The order of the rows, and how the response repeats it. */
final class SearchSort {
    private final boolean scalar;
    private final ArrayNode sort;
    private final ArrayNode order;

    private SearchSort(boolean scalar, ArrayNode sort, ArrayNode order) {
        this.scalar = scalar;
        this.sort = sort;
        this.order = order;
    }

    /** By default GLPI sorts by the name, as of 11 not at all, which is option 0. */
    static SearchSort of(Parameters parameters, GlpiVersion version) {
        ArrayNode sort = JsonNodeFactory.instance.arrayNode();
        JsonNode by = parameters.get("sort");
        if (by.isContainerNode()) {
            by.forEach(each -> sort.add(number(each)));
        } else if (!by.isMissingNode() && !by.isNull()) {
            sort.add((int) parameters.intval("sort"));
        } else {
            sort.add(version.isFrom11() ? 0 : 1);
        }
        ArrayNode order = JsonNodeFactory.instance.arrayNode();
        JsonNode direction = parameters.get("order");
        if (direction.isContainerNode()) {
            direction.forEach(order::add);
        } else {
            order.add(direction.asText().equals("DESC") ? "DESC" : "ASC");
        }
        return new SearchSort(version.isBefore10(), sort, order);
    }

    private static int number(JsonNode value) {
        ObjectNode holder = JsonNodeFactory.instance.objectNode();
        holder.set("number", value);
        return (int) new Parameters(holder).intval("number");
    }

    /** Anything but ASC is descending. */
    List<Search.Sort> columns() {
        List<Search.Sort> columns = new ArrayList<>();
        for (int i = 0; i < sort.size(); i++) {
            boolean descending = !order.path(i).asText("ASC").equals("ASC") && order.has(i);
            columns.add(new Search.Sort(sort.get(i).intValue(), descending));
        }
        return columns;
    }

    void write(ObjectNode body) {
        body.set("sort", scalar ? sort.isEmpty() ? IntNode.valueOf(1) : sort.get(0) : sort);
        body.set("order", scalar ? order.isEmpty() ? TextNode.valueOf("ASC") : order.get(0) : order);
    }
}
