package io.github.glpi4j.internal.search;

import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.RetrySafety;
import io.github.glpi4j.internal.item.AscendingIds;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.search.Condition;
import io.github.glpi4j.search.SearchOption;
import io.github.glpi4j.search.SearchOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a query into the operation that sends it, once the search options are known. */
final class SearchOperation {

    /** Web servers accept a URL of about 8 KB. GLPI also reads the parameters of a POST. */
    private static final int LONGEST_QUERY = 4000;

    private final SearchQuery query;
    private final Map<String, SearchOptions> options;
    private final SearchOptions own;
    private final @Nullable Long after;

    private SearchOperation(SearchQuery query, Map<String, SearchOptions> options, @Nullable Long after) {
        this.query = query;
        this.after = after;
        this.options = options;
        this.own = options(query.itemtype());
    }

    /**
     * The operation of a query.
     *
     * @param options by itemtype
     * @throws IllegalArgumentException if the query does not fit the options
     */
    static Operation<Page<Map<String, @Nullable Object>>> of(SearchQuery query, Map<String, SearchOptions> options) {
        return new SearchOperation(query, options, null).build();
    }

    /**
     * The operation of a query for rows that follow an id.
     *
     * @param id the id, or -1. Also for -1, an itemtype is refused whose ids cannot be compared, before anything is read
     */
    static Operation<Page<Map<String, @Nullable Object>>> after(
            long id, SearchQuery query, Map<String, SearchOptions> options) {
        SearchQuery following = query.where(Condition.field("id").moreThan(String.valueOf(Math.max(0, id))));
        Operation<Page<Map<String, @Nullable Object>>> operation = new SearchOperation(following, options, id).build();
        return id < 0 ? new SearchOperation(query, options, id).build() : operation;
    }

    private SearchOptions options(String itemtype) {
        return Optional.ofNullable(options.get(itemtype)).orElseThrow();
    }

    private Operation<Page<Map<String, @Nullable Object>>> build() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<Object> criteria = criteria();
        if (!criteria.isEmpty()) {
            parameters.put("criteria", criteria);
        }
        Map<Long, Set<String>> columns = columns();
        parameters.put("forcedisplay", List.copyOf(columns.keySet()));
        List<SearchQuery.Sort> sorts = sorts();
        parameters.put(
                "sort", sorts.stream().map(sort -> own.get(sort.field()).id()).toList());
        parameters.put("order", sorts.stream().map(SearchQuery.Sort::order).toList());
        parameters.put("range", query.first() + "-" + query.last());
        if (query.trash()) {
            parameters.put("is_deleted", 1);
        }
        // Columns of other itemtypes have the same numbers as those of this one. Its presence counts, not its value.
        boolean byUid = query.itemtypes().size() > 1;
        if (byUid) {
            parameters.put("uid_cols", 1);
        }
        SearchHandler rows = new SearchHandler(query.first(), query.last(), names(columns, byUid));
        return operation(parameters, after == null ? rows : new AscendingIds(rows, after));
    }

    private Operation<Page<Map<String, @Nullable Object>>> operation(
            Map<String, Object> parameters, JsonHandler<Page<Map<String, @Nullable Object>>> handler) {
        Operation<Page<Map<String, @Nullable Object>>> get =
                Operation.get(query.name(), handler).path("search", query.itemtype());
        Map<String, String> flat = new LinkedHashMap<>();
        parameters.forEach((name, value) -> flatten(name, value, flat));
        int length = flat.entrySet().stream()
                .mapToInt(entry -> encodedLength(entry.getKey()) + encodedLength(entry.getValue()) + 2)
                .sum();
        if (length > LONGEST_QUERY) {
            return Operation.of(query.name(), "POST", RetrySafety.READ, handler)
                    .path("search", query.itemtype())
                    .json(parameters);
        }
        for (Map.Entry<String, String> parameter : flat.entrySet()) {
            get = get.query(parameter.getKey(), parameter.getValue());
        }
        return get;
    }

    /** As PHP reads nested parameters: {@code criteria[0][field]}. */
    private static void flatten(String name, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, nested) -> flatten(name + "[" + key + "]", nested, flat));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(name + "[" + i + "]", list.get(i), flat);
            }
        } else {
            flat.put(name, value.toString());
        }
    }

    private static int encodedLength(String text) {
        int length = 0;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            length += Character.isLetterOrDigit(b) ? 1 : 3;
        }
        return length;
    }

    private List<Object> criteria() {
        List<Condition.Member> members =
                query.conditions().size() == 1 && query.conditions().get(0) instanceof Condition.Group group
                        ? group.members()
                        : query.conditions().stream()
                                .map(condition -> new Condition.Member(Condition.Link.AND, condition))
                                .toList();
        return criteria(members);
    }

    /** GLPI's AND binds closer than OR: conditions before an AND become a group if one of them is joined by OR. */
    private List<Object> criteria(List<Condition.Member> members) {
        List<Object> criteria = new ArrayList<>();
        boolean hasOr = false;
        for (Condition.Member member : members) {
            Condition.Link link = criteria.isEmpty() ? Condition.Link.AND : member.link();
            boolean isOr = link == Condition.Link.OR || link == Condition.Link.OR_NOT;
            if (hasOr && !isOr) {
                Map<String, Object> before = new LinkedHashMap<>();
                before.put("link", Condition.Link.AND.word());
                before.put("criteria", criteria);
                criteria = new ArrayList<>(List.of(before));
            }
            hasOr = isOr;
            Map<String, Object> criterion = new LinkedHashMap<>();
            criterion.put("link", link.word());
            if (member.condition() instanceof Condition.Group group) {
                criterion.put("criteria", criteria(group.members()));
            } else if (member.condition() instanceof Condition.OnField field) {
                put(field, criterion);
            }
            criteria.add(criterion);
        }
        return criteria;
    }

    private void put(Condition.OnField condition, Map<String, Object> criterion) {
        Map<String, Object> field = new LinkedHashMap<>();
        boolean other = !condition.itemtype().isEmpty();
        if (other) {
            field.put("itemtype", condition.itemtype());
            field.put("meta", 1);
        }
        SearchOptions available = other ? options(condition.itemtype()) : own;
        SearchOption option = available.get(condition.field());
        if (!option.searchable()) {
            throw new IllegalArgumentException(
                    "GLPI cannot search the field " + condition.field() + " of " + available.itemtype());
        }
        field.put("field", option.id());
        Comparison.of(condition, option).putInto(criterion, field);
    }

    /** The id comes last, so that rows with equal values have an order. */
    private List<SearchQuery.Sort> sorts() {
        List<SearchQuery.Sort> sorts = new ArrayList<>(query.sorts());
        if (own.find("id").isPresent()) {
            sorts.add(new SearchQuery.Sort("id", "ASC"));
        }
        return sorts;
    }

    /** The columns to request, with their names in the result. GLPI 11 sorts well only by columns that it shows. */
    private Map<Long, Set<String>> columns() {
        Map<Long, Set<String>> columns = new LinkedHashMap<>();
        own.find("id").ifPresent(id -> columns.put(id.id(), new LinkedHashSet<>(Set.of("id"))));
        for (String column : query.columns()) {
            SearchOption option = own.get(column);
            if (!option.displayable()) {
                throw new IllegalArgumentException(
                        "GLPI cannot show the field " + column + " of " + query.itemtype() + " as a column");
            }
            columns.computeIfAbsent(option.id(), id -> new LinkedHashSet<>()).add(column);
        }
        for (SearchQuery.Sort sort : query.sorts()) {
            SearchOption option = own.get(sort.field());
            columns.putIfAbsent(option.id(), Set.of(own.nameOf(option)));
        }
        return columns;
    }

    /** From GLPI's name of a column to those in the result. */
    private Function<String, Set<String>> names(Map<Long, Set<String>> columns, boolean byUid) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        columns.values().forEach(taken::addAll);
        for (SearchOption option : own.all()) {
            String key = byUid ? option.uid() : String.valueOf(option.id());
            Set<String> asked = columns.get(option.id());
            String name = own.nameOf(option);
            if (asked != null) {
                names.put(key, asked);
            } else if (!taken.contains(name)) {
                names.putIfAbsent(key, Set.of(name));
            }
        }
        return key -> names.getOrDefault(key, Set.of(key));
    }
}
