package io.github.glpi4j.item;

import io.github.glpi4j.internal.item.StandardItemMapper;

/**
 * Converts items between JSON and the classes of an application. Implement it to use another JSON library, or a mapper
 * with other settings. Implementations must be thread-safe and must not block.
 */
public interface ItemMapper {

    /**
     * {@return the mapper that clients use by default, for records and beans} It needs access by reflection: a named
     * module must open the package of the class to {@code com.fasterxml.jackson.databind}. Annotations of Jackson 2 work.
     *
     * <p>Reading:
     *
     * <ul>
     *   <li>The field {@code date_mod} is the component or property {@code dateMod} or {@code date_mod}. Fields without
     *       such a component are ignored; components without such a field are null, 0 or false.
     *   <li>Numbers may be text; booleans may be 0 and 1, as numbers or text. Empty text is null, except as a {@code
     *       String}. A number that does not fit is a failure, never rounded.
     *   <li>{@link java.time.LocalDateTime} and {@link java.time.LocalDate} are null for empty and zero dates.
     *   <li>A list may be an object, whose values count, or a single value; a map may be a list. An object may be an
     *       empty list: it is null. A single value may be a list of one, or an empty list: it is null.
     *   <li>A constant of an enum is matched by its name in either case, or by its {@code @JsonProperty}, such as {@code
     *       @JsonProperty("2")}; it is null if there is none.
     * </ul>
     *
     * <p>Writing is the reverse: dates and booleans as GLPI has them. A null is written, so that GLPI clears the field;
     * {@code @JsonInclude(NON_NULL)} on the class or a component leaves it out, so that GLPI does not change it.
     *
     * <p>The messages of its exceptions name the field and the class. They contain no values, which may be confidential.
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
