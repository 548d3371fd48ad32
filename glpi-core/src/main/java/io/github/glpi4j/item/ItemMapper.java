package io.github.glpi4j.item;

import io.github.glpi4j.internal.item.StandardItemMapper;

/**
 * Converts items between JSON and the classes of an application. Implement it to use another JSON library, or a mapper
 * with settings of its own. Implementations must be thread-safe and must not block.
 */
public interface ItemMapper {

    /**
     * {@return the mapper that clients use by default} It matches GLPI's names of fields to components of records and
     * properties of beans ({@code date_mod} to {@code dateMod} or {@code date_mod}), ignores unknown fields, and accepts
     * what GLPI varies: numbers as text, 0 and 1 as booleans, empty and zero dates, objects for lists, and lists for
     * empty maps. It needs access by reflection: a named module must open the package to {@code
     * com.fasterxml.jackson.databind}.
     */
    static ItemMapper standard() {
        return StandardItemMapper.INSTANCE;
    }

    /**
     * Reads an item.
     *
     * @param json the item as a JSON object
     * @param type the class of the result
     * @param <T> the class of the result
     * @return the object
     * @throws RuntimeException if the item cannot be read as such an object; the call then fails with a {@link
     *     io.github.glpi4j.GlpiProtocolException} that has it as its cause
     */
    <T> T read(String json, Class<T> type);

    /**
     * Writes an object that is passed to a method which adds or updates items.
     *
     * @param value a record or a bean
     * @return a JSON object with GLPI's names of fields
     * @throws RuntimeException if the object cannot be written; the method then throws an {@link
     *     IllegalArgumentException} that has it as its cause
     */
    String write(Object value);
}
