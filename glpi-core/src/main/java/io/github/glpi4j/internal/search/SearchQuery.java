package io.github.glpi4j.internal.search;

import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.search.Condition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is searched for, with the names that the user gave.
 *
 * @param conditions all of which must be met
 */
record SearchQuery(
        String itemtype,
        List<Condition> conditions,
        List<String> columns,
        List<Sort> sorts,
        long first,
        long last,
        boolean trash) {

    /** A field to sort by, and GLPI's word for the direction. */
    record Sort(String field, String order) {}

    String name() {
        return "search " + itemtype;
    }

    SearchQuery where(Condition condition) {
        return new SearchQuery(
                itemtype, SearchCall.append(conditions, List.of(condition)), columns, sorts, first, last, trash);
    }

    SearchQuery columns(List<String> fields) {
        fields.forEach(field -> InputChecks.checkLength("column", field));
        return new SearchQuery(itemtype, conditions, SearchCall.append(columns, fields), sorts, first, last, trash);
    }

    SearchQuery sortBy(Sort sort) {
        InputChecks.checkLength("field", sort.field());
        return new SearchQuery(
                itemtype, conditions, columns, SearchCall.append(sorts, List.of(sort)), first, last, trash);
    }

    SearchQuery range(long newFirst, long newLast) {
        if (newFirst < 0 || newLast < newFirst) {
            throw new IllegalArgumentException("a range starts at 0 or later and does not end before its start, unlike "
                    + newFirst + "-" + newLast);
        }
        return new SearchQuery(itemtype, conditions, columns, sorts, newFirst, newLast, trash);
    }

    SearchQuery inTrash() {
        return new SearchQuery(itemtype, conditions, columns, sorts, first, last, true);
    }

    /** The itemtypes whose options are needed, that of the search first. */
    Set<String> itemtypes() {
        Set<String> itemtypes = new LinkedHashSet<>();
        itemtypes.add(itemtype);
        conditions.forEach(condition -> collect(condition, itemtypes));
        return itemtypes;
    }

    private static void collect(Condition condition, Set<String> itemtypes) {
        if (condition instanceof Condition.Group group) {
            group.members().forEach(member -> collect(member.condition(), itemtypes));
        } else if (condition instanceof Condition.OnField field
                && !field.itemtype().isEmpty()) {
            itemtypes.add(field.itemtype());
        }
    }
}
