package io.github.glpi4j.testkit.internal.state.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The usual itemtypes of GLPI, from the JSON resources next to this class. */
final class ItemTypes {
    private static final Map<String, Integer> USUAL_BITS = Map.of("read", 1, "update", 2, "add", 4);

    private final Map<String, ItemType> types = new LinkedHashMap<>();

    ItemTypes(boolean from11) {
        read("types.json");
        if (from11) {
            read("types-11.json");
        }
    }

    Map<String, ItemType> all() {
        return Collections.unmodifiableMap(types);
    }

    /** Any other type, such as one of a plugin: its right has the name of the type. */
    static ItemType other(String name) {
        return new ItemType(name, name, name, Map.of(), Columns.of(List.of("id"), Map.of()), false, List.of());
    }

    private void read(String file) {
        for (Map.Entry<String, JsonNode> entry : json(file).properties()) {
            JsonNode type = entry.getValue();
            Map<String, JsonNode> defaults = type.path("defaults").properties().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            types.put(
                    entry.getKey(),
                    new ItemType(
                            entry.getKey(),
                            type.path("label").asText(entry.getKey()),
                            type.path("right").textValue(),
                            bits(type.path("rights")),
                            Columns.of(words(type.path("columns")), defaults),
                            type.path("closed").booleanValue(),
                            words(type.path("children"))));
        }
    }

    private static Map<Integer, Integer> bits(JsonNode rights) {
        return rights.properties().stream()
                .collect(Collectors.toMap(
                        right -> USUAL_BITS.get(right.getKey()),
                        right -> right.getValue().intValue()));
    }

    private static List<String> words(JsonNode text) {
        return text.isMissingNode() ? List.of() : List.of(text.textValue().split(" ", -1));
    }

    private static JsonNode json(String file) {
        try (InputStream in = ItemTypes.class.getResourceAsStream(file)) {
            return new JsonMapper().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The column by which other tables refer to items of a type: {@code computers_id} for {@code Computer}. */
    static String foreignKey(String type) {
        String unqualified = type.substring(type.lastIndexOf('\\') + 1);
        return Stream.of(unqualified
                        .replaceFirst("^Plugin([A-Z][a-z0-9]*)(?=[A-Z])", "Plugin_$1_")
                        .split("_", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(word -> word.equals("plugin") ? word : plural(word))
                .collect(Collectors.joining("_", "", "_id"));
    }

    private static String plural(String word) {
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.matches(".*(s|x|z|ch|sh)") ? word + "es" : word + "s";
    }
}
