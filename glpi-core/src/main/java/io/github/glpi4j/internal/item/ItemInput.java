package io.github.glpi4j.internal.item;

import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an item to be written, as JSON. Made when a call is made, so that later changes of the user's object do
 * not matter.
 *
 * @param json a JSON object
 * @param id its id, if it has one
 * @param secrets the values of fields that are named like passwords
 */
record ItemInput(String json, OptionalLong id, List<String> secrets) {

    private static final String ID = "id";

    static ItemInput ofId(long id) {
        return new ItemInput("{\"id\":" + id + "}", OptionalLong.of(id), List.of());
    }

    /** An item that was read is copied without its id. */
    static ItemInput toAdd(Object fields, ItemMapper mapper) {
        if (fields instanceof Item item) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>(item.values());
            copy.remove(ID);
            copy.remove("links");
            return of(copy);
        }
        return convert(fields, mapper);
    }

    /** Of an item, only the changes. */
    static ItemInput toUpdate(Object fields, ItemMapper mapper) {
        if (fields instanceof Item item) {
            Map<String, @Nullable Object> changes = new LinkedHashMap<>();
            item.number(ID).ifPresent(id -> changes.put(ID, id));
            changes.putAll(item.changes());
            return of(changes);
        }
        return convert(fields, mapper);
    }

    private static ItemInput convert(Object fields, ItemMapper mapper) {
        if (fields instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> {
                if (!(name instanceof String field)) {
                    throw new IllegalArgumentException("the name of a field is a string, not " + name);
                }
                copy.put(field, ItemValues.json(field, value));
            });
            return of(copy);
        }
        String json;
        String failure = "a " + fields.getClass().getName() + " cannot be written as a JSON object";
        try {
            json = mapper.write(fields);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(failure, e);
        }
        try {
            return of(json, Json.parse(json));
        } catch (IOException quotesValues) {
            throw new IllegalArgumentException(failure);
        }
    }

    private static ItemInput of(Map<String, ? extends @Nullable Object> fields) {
        return of(Json.text(fields), fields);
    }

    private static ItemInput of(String json, Map<String, ? extends @Nullable Object> fields) {
        return new ItemInput(json, PhpValues.number(fields.get(ID)), PhpValues.secrets(fields));
    }

    ItemInput withId(long expected) {
        if (id.isPresent() && id.getAsLong() != expected) {
            throw new IllegalArgumentException("the fields have the id " + id.getAsLong() + " instead of " + expected);
        }
        return this;
    }

    ItemInput requireId() {
        if (id.isEmpty() || id.getAsLong() < 0) {
            throw new IllegalArgumentException("each item to be updated has an id of at least 0");
        }
        return this;
    }

    /** The fields may be confidential. */
    @Override
    public String toString() {
        return "ItemInput[" + id + "]";
    }
}
