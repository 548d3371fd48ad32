package io.github.glpi4j.testkit.internal.endpoint.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ItemAccess;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import io.github.glpi4j.testkit.internal.state.search.Search;
import io.github.glpi4j.testkit.internal.state.search.SearchOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The columns of a search: GLPI's own, those that are asked for, and those of conditions and order. */
final class SearchColumns {
    private static final Set<String> ITIL = Set.of("Ticket", "Change", "Problem");

    /** GLPI's default columns, without those that it always adds. */
    private static final Map<String, List<String>> PREFERENCES = Map.of(
            "Computer", List.of("31", "23", "5", "4", "40", "45", "3", "19", "17"),
            "Ticket", List.of("12", "19", "15", "3", "4", "5", "7", "18"),
            "User", List.of("34", "5", "6", "3", "8"));

    private final ApiRequest request;
    private final ItemTable table;
    private final Search search;
    private final SearchSort sort;
    private final ItemAccess access;

    SearchColumns(ApiRequest request, ItemTable table, Search search, SearchSort sort, ItemAccess access) {
        this.request = request;
        this.table = table;
        this.search = search;
        this.sort = sort;
        this.access = access;
    }

    List<Column> list() {
        Parameters parameters = request.parameters();
        Set<String> ids = new LinkedHashSet<>();
        if (ITIL.contains(table.type().name())) {
            ids.add("2");
        }
        ids.add("1");
        if (showsEntities()) {
            ids.add("80");
        }
        List<String> forced = SearchChecks.forced(parameters);
        ids.addAll(forced.isEmpty() ? PREFERENCES.getOrDefault(table.type().name(), List.of()) : forced);
        List<Column> linked = new ArrayList<>();
        addCriteria(parameters.get("criteria"), ids, linked);
        sort.columns().forEach(column -> ids.add(Integer.toString(column.option())));
        List<Column> columns = new ArrayList<>();
        for (String id : ids) {
            SearchOption option = search.options(table).get(id);
            if (option != null && !option.isHeading()) {
                columns.add(new Column(option, item -> search.cell(table, item, option)));
            }
        }
        columns.addAll(linked);
        addIgnored(parameters.get("metacriteria"), columns);
        return columns;
    }

    private boolean showsEntities() {
        boolean several = request.state().entities().size() > 1;
        return several
                && table.isInEntities()
                && (table.columns().contain("is_recursive")
                        || access.visible().active().size() > 1);
    }

    private void addCriteria(JsonNode criteria, Set<String> ids, List<Column> linked) {
        for (JsonNode criterion : criteria) {
            JsonNode meta = criterion.path("meta");
            if (criterion.path("criteria").isContainerNode()) {
                addCriteria(criterion.path("criteria"), ids, linked);
            } else if (meta.asBoolean() || meta.asText().equals("1")) {
                ItemTable other = request.state()
                        .items()
                        .table(criterion.path("itemtype").asText())
                        .orElse(table);
                SearchOption option =
                        search.options(other).get(criterion.path("field").asText());
                if (option != null && !option.isHeading()) {
                    linked.add(new Column(option, item -> search.linkedCell(table, item, other, option)));
                }
            } else {
                ids.add(criterion.path("field").asText());
            }
        }
    }

    /** GLPI adds columns for {@code metacriteria}, but reads conditions on linked items only from {@code criteria}. */
    private void addIgnored(JsonNode criteria, List<Column> columns) {
        for (JsonNode criterion : criteria) {
            request.state()
                    .items()
                    .table(criterion.path("itemtype").asText())
                    .filter(other -> criterion.hasNonNull("value"))
                    .map(other ->
                            search.options(other).get(criterion.path("field").asText()))
                    .filter(option -> !option.isHeading())
                    .ifPresent(option -> columns.add(new Column(option, item -> JsonNodeFactory.instance.arrayNode())));
        }
    }

    /**
     * A column.
     *
     * @param option its search option
     * @param cell its value for an item
     */
    record Column(SearchOption option, Function<Item, JsonNode> cell) {
        JsonNode value(Item item) {
            return cell.apply(item);
        }
    }
}
