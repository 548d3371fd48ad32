package io.github.glpi4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.glpi4j.internal.json.JsonValues;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"text\"",
                "null",
                "true",
                "-1.5e3",
                "123456789012345678901234567890",
                "{\"a\":1,\"b\":[null,false,{\"c\":{}},[[]],\"\\u00e9\"],\"\":3000000000}",
                "[{\"a\":{\"a\":{\"a\":[1,2,3]}}},{\"b\":null}]"
            })
    void readsWhatJacksonReads(String json) throws IOException {
        assertThat(read(json)).isEqualTo(JACKSON.readValue(json, Object.class));
    }

    /** JSON has no infinity: a value that became one could not be written again. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1.5e400", "1e999999999"})
    void aNumberBeyondADoubleIsKept(String json) throws IOException {
        assertThat(read(json)).isEqualTo(new BigDecimal(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e99999999999999999999"})
    void aNumberBeyondABigDecimalIsNoJson(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(UnexpectedJsonException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 254, 255, 256, 1000})
    void mapsOfAnySizeKeepOrderAndFindAll(int size) throws IOException {
        List<String> names = IntStream.range(0, size)
                .mapToObj(i -> "name" + Integer.toString(i * 7919, 36))
                .collect(Collectors.toCollection(ArrayList::new));
        String json = names.stream()
                .map(name -> "\"" + name + "\":\"" + name + "!\"")
                .collect(Collectors.joining(",", "{", "}"));
        Map<String, @Nullable Object> map = object(json);
        assertThat(map).hasSize(size);
        assertThat(map.keySet()).containsExactlyElementsOf(names);
        assertThat(names)
                .allSatisfy(name -> assertThat(map.get(name)).isEqualTo(name + "!"))
                .allSatisfy(name -> assertThat(map).containsKey(name));
        assertThat(map).doesNotContainKey("name");
        List<String> visited = new ArrayList<>();
        map.forEach((name, value) -> visited.add(name));
        assertThat(visited).isEqualTo(names);
    }

    @Test
    void namesWithOneHashAreToldApart() throws IOException {
        Map<String, @Nullable Object> map = object("{\"AaAa\":1,\"BBBB\":2,\"AaBB\":3}");
        assertThat(map).containsEntry("AaAa", 1).containsEntry("BBBB", 2).containsEntry("AaBB", 3);
        assertThat(map).doesNotContainKey("BBAa");
    }

    @Test
    void ofANameThatComesTwiceTheLastValueCounts() throws IOException {
        assertThat(object("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo(Map.of("a", 3, "b", 2));
    }

    @Test
    void nullsAreValuesAndNoNames() throws IOException {
        Map<String, @Nullable Object> map = object("{\"a\":null}");
        assertThat(map).containsEntry("a", null).doesNotContainKey("b");
        assertThat(map.containsKey(null)).isFalse();
    }

    @Test
    void nothingCanBeChanged() throws IOException {
        Map<String, @Nullable Object> map = object("{\"a\":1,\"b\":[1]}");
        assertThatThrownBy(() -> map.put("a", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.entrySet().iterator().next().setValue(2))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Collection<?>) map.getOrDefault("b", Map.of())).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        var entries = map.entrySet().iterator();
        entries.next();
        entries.next();
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void anyTreeReadsAsJacksonReadsIt() throws IOException {
        Random random = new Random(20261124);
        for (int i = 0; i < 300; i++) {
            String json = JACKSON.writeValueAsString(tree(random, 0));
            assertThat(read(json)).isEqualTo(JACKSON.readValue(json, Object.class));
        }
    }

    /** At its very last character, too. */
    @Test
    void brokenJsonIsRejectedWhereverItBreaksOff() {
        String json = "{\"a\":[1,{\"b\":\"c\"}],\"d\":{}}";
        for (int end = 1; end < json.length(); end++) {
            String broken = json.substring(0, end);
            assertThatThrownBy(() -> read(broken)).isInstanceOf(JsonProcessingException.class);
        }
    }

    private static @Nullable Object tree(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> Long.toString(random.nextLong(), 36);
            case 3 -> null;
            case 4 ->
                IntStream.range(0, random.nextInt(9))
                        .mapToObj(i -> tree(random, depth + 1))
                        .collect(Collectors.toCollection(ArrayList::new));
            default -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(300 >> (2 * depth)); i >= 0; i--) {
                    map.put(Integer.toString(random.nextInt(400), 36), tree(random, depth + 1));
                }
                yield map;
            }
        };
    }

    private static Map<String, @Nullable Object> object(String json) throws IOException {
        return PhpValues.entries(read(json));
    }

    private static @Nullable Object read(String json) throws IOException {
        try (JsonParser parser = JACKSON.createParser(json)) {
            parser.nextToken();
            return JsonValues.read(parser);
        }
    }
}
