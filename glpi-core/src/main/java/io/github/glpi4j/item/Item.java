package io.github.glpi4j.item;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiPermissionException;
import io.github.glpi4j.internal.item.ItemValues;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item of any itemtype, with all its fields. Immutable.
 *
 * <p>The typed methods accept what GLPI varies between versions and fields: a number may be text, a boolean a number, a
 * list an object. They return empty for a field that is missing, null or of another kind, and never fail because of
 * it; {@link #value} shows what GLPI sent.
 */
public final class Item {

    private final String itemtype;
    private final Map<String, @Nullable Object> values;
    private final Set<String> changed;
    private final ItemMapper mapper;

    private Item(String itemtype, Map<String, @Nullable Object> values, Set<String> changed, ItemMapper mapper) {
        this.itemtype = itemtype;
        this.values = values;
        this.changed = changed;
        this.mapper = mapper;
    }

    /**
     * {@return an item with the values of decoded JSON}
     *
     * @param itemtype the itemtype, such as {@code Computer}
     * @param values the fields, which are copied: strings, numbers, booleans, nulls, dates, or lists and maps of them
     * @throws IllegalArgumentException if a value is of another type
     */
    public static Item of(String itemtype, Map<String, ? extends @Nullable Object> values) {
        return of(itemtype, values, ItemMapper.standard());
    }

    /**
     * {@return an item with the values of decoded JSON}
     *
     * @param itemtype the itemtype, such as {@code Computer}
     * @param values the fields, which are copied: strings, numbers, booleans, nulls, dates, or lists and maps of them
     * @param mapper converts the item for {@link #as}
     * @throws IllegalArgumentException if a value is of another type
     */
    public static Item of(String itemtype, Map<String, ? extends @Nullable Object> values, ItemMapper mapper) {
        return new Item(
                Objects.requireNonNull(itemtype), ItemValues.freeze(values), Set.of(), Objects.requireNonNull(mapper));
    }

    /** {@return the itemtype, such as {@code Computer}} */
    public String itemtype() {
        return itemtype;
    }

    /**
     * {@return the id}
     *
     * @throws NoSuchElementException if the item has none, because it was not read from GLPI
     */
    public long id() {
        return number("id").orElseThrow(() -> new NoSuchElementException("the " + itemtype + " has no id"));
    }

    /** {@return the names of the fields, in GLPI's order; unmodifiable} */
    public Set<String> fields() {
        return values.keySet();
    }

    /** {@return all fields, in GLPI's order: an unmodifiable map of strings, numbers, booleans, nulls, lists and maps} */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /**
     * {@return the value of a field as GLPI sent it, or null if it is null or missing}
     *
     * @param field the name of the field
     */
    public @Nullable Object value(String field) {
        return values.get(field);
    }

    /**
     * {@return the text of a field; of a number or a boolean, as JSON writes it}
     *
     * @param field the name of the field
     */
    public Optional<String> text(String field) {
        return values.get(field) instanceof Boolean value
                ? Optional.of(value.toString())
                : PhpValues.text(values.get(field));
    }

    /**
     * {@return the integer in a field, which may be written as text; never rounded}
     *
     * @param field the name of the field
     */
    public OptionalLong number(String field) {
        return PhpValues.number(values.get(field));
    }

    /**
     * {@return the number in a field, which may be written as text and have decimals}
     *
     * @param field the name of the field
     */
    public Optional<BigDecimal> decimal(String field) {
        return ItemValues.decimal(values.get(field));
    }

    /**
     * {@return whether a field is {@code true} or a number other than 0, which may be written as text}
     *
     * @param field the name of the field
     */
    public boolean bool(String field) {
        return ItemValues.bool(values.get(field));
    }

    /**
     * {@return the date and time in a field, in the time zone of the user or the server, which GLPI does not report}
     * Empty for an empty or zero date; the start of the day for a date without time.
     *
     * @param field the name of the field, such as {@code date_mod}
     */
    public Optional<LocalDateTime> dateTime(String field) {
        return ItemValues.dateTime(values.get(field));
    }

    /**
     * {@return the date in a field, without its time if it has one} Empty for an empty or zero date.
     *
     * @param field the name of the field, such as {@code buy_date}
     */
    public Optional<LocalDate> date(String field) {
        return dateTime(field).map(LocalDateTime::toLocalDate);
    }

    /**
     * {@return the elements of a list, or the values of an object; empty for all else} Unmodifiable.
     *
     * @param field the name of the field
     */
    public List<@Nullable Object> list(String field) {
        return Collections.unmodifiableList(
                new ArrayList<>(PhpValues.entries(values.get(field)).values()));
    }

    /**
     * {@return the entries of an object, or the elements of a list with their positions; empty for all else}
     * Unmodifiable.
     *
     * @param field the name of the field
     */
    public Map<String, @Nullable Object> map(String field) {
        return Collections.unmodifiableMap(PhpValues.entries(values.get(field)));
    }

    /**
     * {@return a list that {@link GetItem#with} has added, such as {@code _documents}; empty if there is none}
     *
     * @param field the name of the field
     * @throws GlpiPermissionException if GLPI reports that the profile may not read the list
     */
    public List<Item> items(String field) {
        Map<String, @Nullable Object> entries = PhpValues.entries(values.get(field));
        if (entries.containsKey("error") && entries.containsKey("message")) {
            throw new GlpiPermissionException(
                    itemtype + " " + field,
                    200,
                    ErrorCodes.RIGHT_MISSING,
                    PhpValues.text(entries.get("message")).orElse(""),
                    "Profile: it may not read this list",
                    null);
        }
        List<Item> items = new ArrayList<>();
        entries.values().forEach(entry -> {
            if (entry instanceof Map<?, ?> map) {
                items.add(of("", PhpValues.freeze(map), mapper));
            }
        });
        return Collections.unmodifiableList(items);
    }

    /**
     * {@return this item with another value of a field} {@link Items#update(Item)} sends the changed fields, and nothing
     * else.
     *
     * @param field the name of the field, other than {@code id}
     * @param value a string, number, boolean, null, {@link LocalDateTime}, {@link LocalDate}, or a list or map of them,
     *     which is copied
     * @throws IllegalArgumentException if the field is {@code id}, or the value is of another type
     */
    public Item with(String field, @Nullable Object value) {
        if (field.equals("id")) {
            throw new IllegalArgumentException("the id of an item cannot be changed");
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
        all.put(field, ItemValues.json(field, value));
        Set<String> fields = new LinkedHashSet<>(changed);
        fields.add(field);
        return new Item(itemtype, PhpValues.freeze(all), Collections.unmodifiableSet(fields), mapper);
    }

    /** {@return the fields changed with {@link #with} and their new values, in the order of the changes; unmodifiable} */
    public Map<String, @Nullable Object> changes() {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changed.forEach(field -> changes.put(field, values.get(field)));
        return Collections.unmodifiableMap(changes);
    }

    /** {@return the item as a JSON object with all its fields} */
    public String json() {
        return Json.text(values);
    }

    /**
     * {@return the item as an object of a class, converted by the client's {@link ItemMapper}}
     *
     * @param type a record or a bean
     * @param <T> the class
     * @throws IllegalArgumentException if the item cannot be read as such an object
     */
    public <T> T as(Class<T> type) {
        return ItemValues.as(this, mapper, type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Item item && itemtype.equals(item.itemtype) && values.equals(item.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(itemtype, values);
    }

    /** Shows no values: they may be confidential. */
    @Override
    public String toString() {
        OptionalLong id = number("id");
        return "Item[" + itemtype + (id.isPresent() ? "/" + id.getAsLong() : "") + "]";
    }
}
