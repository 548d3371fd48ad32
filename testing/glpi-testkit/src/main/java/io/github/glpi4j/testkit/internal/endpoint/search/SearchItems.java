package io.github.glpi4j.testkit.internal.endpoint.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.ItemAccess;
import io.github.glpi4j.testkit.internal.endpoint.item.Page;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemQuery;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import io.github.glpi4j.testkit.internal.state.search.Criterion;
import io.github.glpi4j.testkit.internal.state.search.Search;
import java.util.List;
import java.util.Map;

/** Answers a search. */
final class SearchItems {
    private final ApiRequest request;
    private final ItemTable table;
    private final GlpiVersion version;
    private final ItemAccess access;
    private final Page page;
    private final Search search;

    SearchItems(ApiRequest request, Session session, ItemTable table) {
        this.request = request;
        this.table = table;
        this.version = request.state().version();
        this.access = new ItemAccess(request, session);
        if (!access.allowsReading(table)) {
            throw GlpiError.rightMissing(version);
        }
        this.search = new Search(
                request.state().items(),
                request.state().searchOptions(),
                version::encode,
                this::searched,
                request.state().clock(),
                session.user().id());
        SearchChecks.check(request.parameters(), search.options(table));
        this.page = Page.ofSearch(request, session);
    }

    /** Before GLPI 11 the database holds encoded text, in which a plain angle bracket is never found. */
    private String searched(String value) {
        return version.isFrom11()
                ? value
                : version.encode(version.decode(value).replace("<", "\0").replace(">", "\0"));
    }

    ApiResponse answer() {
        Parameters parameters = request.parameters();
        SearchSort sort = SearchSort.of(parameters, version);
        List<Item> found =
                search.select(table, candidates(), Criterion.read(parameters.get("criteria")), sort.columns());
        if (page.isBeyond(found.size())) {
            throw GlpiError.documented(
                    400, "ERROR_RANGE_EXCEED_TOTAL", "Provided range exceed total count of data: " + found.size());
        }
        if (page.size().signum() < 0 || page.size().signum() == 0) {
            return SearchChecks.sqlError(request);
        }
        List<Item> rows = page.part(found);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("totalcount", found.size()).put("count", rows.size());
        sort.write(body);
        if (!rows.isEmpty()) {
            addRows(rows, body, new SearchColumns(request, table, search, sort, access).list());
        }
        String range = page.contentRange(found.size());
        ApiResponse response = ApiResponse.json(page.status(found.size()), body.put("content-range", range))
                .with("Accept-Range", table.type().name() + " 1000");
        return found.isEmpty() ? response : response.with("Content-Range", range);
    }

    private List<Item> candidates() {
        Parameters parameters = request.parameters();
        List<Item> rows = table.list(new ItemQuery(
                parameters.isOne("is_deleted"),
                table.isInEntities() ? access.visible() : null,
                Map.of(),
                Map.of(),
                "id",
                false));
        return access.readable(table, rows);
    }

    /** Flags act by their presence, whatever their value is. */
    private void addRows(List<Item> rows, ObjectNode body, List<SearchColumns.Column> columns) {
        Parameters parameters = request.parameters();
        boolean uids = parameters.isSet("uid_cols");
        boolean indexed = parameters.isSet("withindexes");
        ArrayNode list = JsonNodeFactory.instance.arrayNode(rows.size());
        ObjectNode byId = JsonNodeFactory.instance.objectNode();
        ArrayNode html = JsonNodeFactory.instance.arrayNode();
        for (Item item : rows) {
            JsonNode row = row(item, columns, uids);
            list.add(row);
            byId.set(Integer.toString(item.id()), row);
            html.add(html(row));
        }
        body.set("data", indexed ? byId : list);
        if (parameters.isSet("giveItems")) {
            body.set("data_html", html);
        }
    }

    /** Columns with the same name replace each other; PHP writes a row without columns as a list. */
    private JsonNode row(Item item, List<SearchColumns.Column> columns, boolean uids) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (SearchColumns.Column column : columns) {
            row.set(uids ? column.option().uid() : column.option().id(), column.value(item));
        }
        return row.isEmpty() ? JsonNodeFactory.instance.arrayNode() : row;
    }

    /** GLPI's own markup is much longer. */
    private static JsonNode html(JsonNode row) {
        ObjectNode html = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> cell : row.properties()) {
            JsonNode value = cell.getValue();
            html.set(
                    cell.getKey(),
                    TextNode.valueOf(value.isNull() ? "" : "<span class='text-nowrap'>" + value.asText() + "</span>"));
        }
        return html;
    }
}
