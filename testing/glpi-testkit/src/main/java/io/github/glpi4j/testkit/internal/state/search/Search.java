package io.github.glpi4j.testkit.internal.state.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemStore;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One search: filters and sorts items, and computes their columns. Not thread-safe. */
public final class Search {
    private static final Map<String, Set<String>> STATUS_GROUPS = Map.of(
            "process", Set.of("2", "3"),
            "notclosed", Set.of("1", "2", "3", "4", "5"),
            "old", Set.of("5", "6"),
            "notold", Set.of("1", "2", "3", "4"),
            "all", Set.of("1", "2", "3", "4", "5", "6"));

    private static final Set<String> INVERSE = Set.of("notequals", "notcontains", "notunder");

    private static final Set<String> ITIL = Set.of("Ticket", "Change", "Problem");

    private static final Item NO_ITEM = new Item(-1, JsonNodeFactory.instance.objectNode());

    private final ItemStore items;
    private final SearchOptions options;
    private final UnaryOperator<String> stored;
    private final UnaryOperator<String> searched;
    private final Clock clock;
    private final int user;
    private final Joins joins;
    private final Cells cells;
    private final Map<String, Map<String, SearchOption>> optionsByType = new HashMap<>();
    private final Map<Criterion, ValueTest> tests = new HashMap<>();

    /**
     * @param items the items
     * @param options the search options
     * @param stored encodes a text as it is in the database and in the results
     * @param searched encodes a searched value
     * @param clock the time, for relative dates
     * @param user the id of the user who searches
     */
    public Search(
            ItemStore items,
            SearchOptions options,
            UnaryOperator<String> stored,
            UnaryOperator<String> searched,
            Clock clock,
            int user) {
        this.items = items;
        this.options = options;
        this.stored = stored;
        this.searched = searched;
        this.clock = clock;
        this.user = user;
        this.joins = new Joins(items);
        this.cells = new Cells(joins, stored);
    }

    public Map<String, SearchOption> options(ItemTable table) {
        return optionsByType.computeIfAbsent(table.type().name(), name -> options.of(table));
    }

    /**
     * Returns the items that meet all conditions, sorted.
     *
     * @param table their table
     * @param rows the candidates in the order of their ids
     * @param criteria the conditions
     * @param sort the order of the rows
     */
    public List<Item> select(ItemTable table, List<Item> rows, List<Criterion> criteria, List<Sort> sort) {
        List<Item> found = criteria.isEmpty()
                ? rows
                : rows.stream().filter(item -> meets(table, item, criteria)).toList();
        Comparator<Item> order = null;
        for (Sort each : sort) {
            SearchOption option = options(table).get(Integer.toString(each.option()));
            if (option != null && !option.isHeading() && !option.is("nosort")) {
                Map<Integer, JsonNode> keys = new HashMap<>();
                found.forEach(item -> keys.put(item.id(), cells.sortKey(table, item, option)));
                Comparator<Item> next = Comparator.comparing(
                        item -> keys.getOrDefault(item.id(), NullNode.getInstance()), Cells::compare);
                next = each.descending() ? next.reversed() : next;
                order = order == null ? next : order.thenComparing(next);
            }
        }
        return order == null ? found : found.stream().sorted(order).toList();
    }

    /** Returns the value of a column. */
    public JsonNode cell(ItemTable table, Item item, SearchOption option) {
        return cells.value(table, item, option);
    }

    /** Returns the values of a column of linked items. */
    public JsonNode linkedCell(ItemTable table, Item item, ItemTable linked, SearchOption option) {
        List<Item> rows = joins.linked(table, item, linked);
        return Cells.group((rows == null ? List.<Item>of() : rows)
                .stream().map(row -> cells.value(linked, row, option)).toList());
    }

    /** Whether GLPI can search items of one type by those of another. */
    public boolean isLinked(ItemTable table, ItemTable other) {
        return joins.linked(table, NO_ITEM, other) != null;
    }

    /** SQL checks computed values in a second pass, whatever the links between both kinds of conditions are. */
    private boolean meets(ItemTable table, Item item, List<Criterion> criteria) {
        Truth where = all(table, item, criteria, false);
        Truth having = all(table, item, criteria, true);
        return (where == null || where == Truth.TRUE) && (having == null || having == Truth.TRUE);
    }

    /** Evaluates a list without brackets, so that AND binds more than OR; null if no condition belongs to the pass. */
    private @Nullable Truth all(ItemTable table, Item item, List<Criterion> criteria, boolean having) {
        Truth result = null;
        Truth term = null;
        for (Criterion criterion : criteria) {
            Truth truth = criterion.group().isEmpty()
                    ? single(table, item, criterion, having)
                    : all(table, item, criterion.group(), having);
            if (truth == null) {
                continue;
            }
            if (!criterion.group().isEmpty() && criterion.negated()) {
                truth = truth.not();
            }
            if (term != null && criterion.or()) {
                result = result == null ? term : result.or(term);
                term = truth;
            } else {
                term = term == null ? truth : term.and(truth);
            }
        }
        return result == null || term == null ? term : result.or(term);
    }

    private @Nullable Truth single(ItemTable table, Item item, Criterion criterion, boolean having) {
        ItemTable of = criterion.meta().isEmpty()
                ? table
                : items.table(criterion.meta()).orElse(null);
        SearchOption option = of == null ? null : options(of).get(criterion.field());
        if (of == null || option == null || option.isHeading()) {
            return null;
        }
        boolean metaNot = of != table && criterion.negated() && !criterion.or();
        if ((option.is("usehaving") || metaNot) != having) {
            return null;
        }
        if (of == table) {
            return truth(table, item, option, criterion);
        }
        List<Item> linked = joins.linked(table, item, of);
        if (linked == null || linked.isEmpty()) {
            return metaNot ? Truth.TRUE : Truth.UNKNOWN;
        }
        Criterion plain = metaNot
                ? new Criterion(
                        false,
                        false,
                        criterion.meta(),
                        criterion.field(),
                        criterion.searchType(),
                        criterion.value(),
                        List.of())
                : criterion;
        Truth any = linked.stream().map(row -> truth(of, row, option, plain)).reduce(Truth.FALSE, Truth::or);
        return metaNot ? Truth.of(any != Truth.TRUE) : any;
    }

    private Truth truth(ItemTable table, Item item, SearchOption option, Criterion criterion) {
        String type = criterion.searchType();
        boolean inverse = INVERSE.contains(type);
        if (option.is("use_subquery")) {
            Criterion positive = new Criterion(
                    false,
                    false,
                    criterion.meta(),
                    criterion.field(),
                    inverse ? type.substring(3) : type,
                    criterion.value(),
                    List.of());
            boolean any = joins.rows(table, item, option).stream()
                    .anyMatch(row -> row(table, row, option, positive) == Truth.TRUE);
            return Truth.of(any != (inverse != criterion.negated()));
        }
        if (option.datatype().equals("count")) {
            return test(option, criterion).test(cells.value(table, item, option), item.id(), true, Set::of);
        }
        List<Item> rows = joins.rows(table, item, option);
        if (rows.isEmpty()) {
            return row(table, null, option, criterion);
        }
        return rows.stream().map(row -> row(table, row, option, criterion)).reduce(Truth.FALSE, Truth::or);
    }

    private Truth row(ItemTable table, @Nullable Item row, SearchOption option, Criterion criterion) {
        ItemTable target = joins.target(option).orElse(table);
        JsonNode field = row == null ? NullNode.getInstance() : known(joins.value(target, row, option.field()));
        boolean not = criterion.negated() != criterion.searchType().equals("notcontains");
        if (ITIL.contains(table.type().name()) && target == table) {
            Truth special = itil(option.field(), field, criterion, not);
            if (special != null) {
                return special;
            }
        }
        ValueTest test = test(option, criterion);
        boolean user = target.type().name().equals("User")
                && target != table
                && option.field().equals("name");
        if (user && row != null && !criterion.searchType().endsWith("equals")) {
            return name(target, row, test, not);
        }
        return test.test(field, row == null ? -1 : row.id(), target == table, root -> joins.tree(target, root));
    }

    private static JsonNode known(JsonNode value) {
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    /** A person is found by any part of the name. */
    private static Truth name(ItemTable users, Item row, ValueTest test, boolean not) {
        String first = users.columns().value(row, "firstname").asText("");
        String last = users.columns().value(row, "realname").asText("");
        Truth result = test.text(known(users.columns().value(row, "name")), not);
        for (String part : List.of(first, last, last + " " + first)) {
            Truth next = test.text(TextNode.valueOf(part), not);
            result = not ? result.and(next) : result.or(next);
        }
        return result;
    }

    private static @Nullable Truth itil(String field, JsonNode value, Criterion criterion, boolean not) {
        String wanted = criterion.value();
        if (field.equals("status")) {
            Set<String> group = STATUS_GROUPS.getOrDefault(wanted, Set.of(wanted));
            boolean inverse = criterion.searchType().equals("notequals");
            return Truth.of(group.contains(value.asText()) != (not != inverse));
        }
        if (!Set.of("priority", "impact", "urgency").contains(field)) {
            return null;
        }
        if (!wanted.strip().matches("-?\\d{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(wanted.strip());
        // A negative number means that level or higher.
        boolean matches = number > 0 ? value.asInt() == number : value.asInt() >= -number;
        return Truth.of(matches != not);
    }

    private ValueTest test(SearchOption option, Criterion criterion) {
        return tests.computeIfAbsent(criterion, same -> {
            String value = criterion.value();
            if (option.datatype().startsWith("date")) {
                value = RelativeDate.compute(value, option.datatype().equals("datetime"), clock);
            }
            if (value.equals("myself") && option.table().equals("glpi_users")) {
                value = IntNode.valueOf(user).asText();
            }
            return new ValueTest(option, criterion.searchType(), value, criterion.negated(), stored, searched);
        });
    }

    /**
     * Part of the order of the rows.
     *
     * @param option the number of an option; unknown ones are ignored
     * @param descending whether the order is reversed
     */
    public record Sort(int option, boolean descending) {}
}
