package io.github.glpi4j.testkit.internal.endpoint.item;

import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a path such as {@code /Computer/1} or {@code /Ticket/1/Log} refers to.
 *
 * @param name the type as requested, which may be an old name
 * @param table the table of the items
 * @param id the id of the item, null for all of them
 * @param parent the table of the parent, null if there is none
 * @param parentId the id of the parent, null if it is not a number
 */
record ItemPath(
        String name,
        ItemTable table,
        @Nullable Long id,
        @Nullable ItemTable parent,
        @Nullable Long parentId) {
    private static final Pattern NUMBER =
            Pattern.compile("[ \\t\\n\\r]*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?[ \\t\\n\\r]*");

    static ItemPath of(ApiRequest request) {
        List<String> path = request.path();
        String name = path.get(0).trim();
        ItemTable first = table(request, name);
        Long firstId = path.size() > 1 ? id(path.get(1)) : null;
        if (path.size() < 3) {
            return new ItemPath(name, first, firstId, null, null);
        }
        String part = path.get(2);
        return new ItemPath(part, table(request, part), path.size() > 3 ? id(path.get(3)) : null, first, firstId);
    }

    private static ItemTable table(ApiRequest request, String type) {
        String current = type.equals(OldFollowup.NAME) ? OldFollowup.CURRENT_NAME : type;
        return request.state().items().table(current).orElseThrow(GlpiError::unknownType);
    }

    boolean hasOldName() {
        return name.equals(OldFollowup.NAME);
    }

    /** Converts by PHP's rules, for which {@code 1.5} and {@code 1e2} are numbers; null for other text. */
    static @Nullable Long id(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text.strip());
        BigDecimal limit = BigDecimal.valueOf(Long.MAX_VALUE);
        return number.abs().compareTo(limit) > 0 ? Long.valueOf(Long.MAX_VALUE) : Long.valueOf(number.longValue());
    }

    /** GLPI 9.5 takes an id of 0 for none, except that of the root entity. */
    boolean isOne(boolean before10) {
        return id != null
                && (!before10 || id > 0 || (id == 0 && table.type().name().equals("Entity")));
    }

    static Optional<Item> find(ItemTable table, @Nullable Long id) {
        return id == null || id < 0 || id > Integer.MAX_VALUE ? Optional.empty() : table.find(id.intValue());
    }
}
