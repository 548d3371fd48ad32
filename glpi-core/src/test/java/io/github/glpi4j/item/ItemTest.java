package io.github.glpi4j.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.GlpiPermissionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of an item, in all the forms that GLPI gives them. */
class ItemTest {

    static Item item(String json) {
        try {
            return Item.of("Computer", io.github.glpi4j.internal.json.Json.parse(json));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Item field(String json) {
        return item("{\"f\":" + json + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "\"lab\" | lab",
                "\"\" | ``",
                "17 | 17",
                "0.5 | 0.5",
                "true | true",
                "null | none",
                "[] | none",
                "{\"a\":1} | none"
            })
    void text(String json, @Nullable String text) {
        assertThat(field(json).text("f")).isEqualTo(Optional.ofNullable(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "17 | 17",
                "\"17\" | 17",
                "-1 | -1",
                "9223372036854775807 | 9223372036854775807",
                "9223372036854775808 | none",
                "17.0 | 17",
                "17.5 | none",
                "\"\" | none",
                "\"17a\" | none",
                "true | none",
                "null | none",
                "[17] | none"
            })
    void number(String json, @Nullable Long number) {
        assertThat(field(json).number("f").stream().boxed().toList())
                .isEqualTo(number == null ? List.of() : List.of(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "\"0.0000\" | 0.0000",
                "\" 12.50 \" | 12.50",
                "7 | 7",
                "0.1 | 0.1",
                "\"1,5\" | none",
                "\"\" | none",
                "null | none",
                "{} | none"
            })
    void decimal(String json, @Nullable BigDecimal number) {
        assertThat(field(json).decimal("f")).isEqualTo(Optional.ofNullable(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "\"1\"", "2", "\"true\"", "-1", "0.5", "\"1.0\""})
    void isTrue(String json) {
        assertThat(field(json).bool("f")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "\"0\"", "\"\"", "\"false\"", "null", "[]", "[1]", "\"0.00\"", "\"yes\""})
    void isFalse(String json) {
        assertThat(field(json).bool("f")).isFalse();
        assertThat(field(json).bool("missing")).isFalse();
    }

    @Test
    void dates() {
        Item item = item("{\"time\":\"2026-11-24 02:27:47\",\"date\":\"2026-11-24\"}");
        assertThat(item.dateTime("time")).contains(LocalDateTime.of(2026, 11, 24, 2, 27, 47));
        assertThat(item.dateTime("date")).contains(LocalDateTime.of(2026, 11, 24, 0, 0));
        assertThat(item.date("time")).contains(LocalDate.of(2026, 11, 24));
        assertThat(item.date("date")).contains(LocalDate.of(2026, 11, 24));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "null",
                "\"0000-00-00 00:00:00\"",
                "\"0000-00-00\"",
                "\"2026-00-00\"",
                "\"2026-02-30\"",
                "\"2026-13-01 00:00:00\"",
                "\"2026-11-24 25:00:00\"",
                "\"tomorrow morning\"",
                "20261124",
                "[]"
            })
    void emptyZeroAndImpossibleDatesAreAbsent(String json) {
        assertThat(field(json).dateTime("f")).isEmpty();
        assertThat(field(json).date("f")).isEmpty();
    }

    @Test
    void listsAndMapsAreTheSameInPhp() {
        Item item = item("{\"list\":[\"a\",null],\"map\":{\"7\":\"a\",\"9\":null},\"empty\":[],\"text\":\"a\"}");
        assertThat(item.list("list")).containsExactly("a", null);
        assertThat(item.list("map")).containsExactly("a", null);
        assertThat(item.map("map")).containsEntry("7", "a").containsEntry("9", null);
        assertThat(item.map("list")).containsEntry("0", "a").containsEntry("1", null);
        assertThat(item.list("empty")).isEmpty();
        assertThat(item.map("empty")).isEmpty();
        assertThat(item.list("text")).isEmpty();
        assertThat(item.map("missing")).isEmpty();
    }

    @Test
    void itemsOfAList() {
        Item item = item("{\"_documents\":[{\"id\":3},\"odd\"],\"_logs\":{\"5\":{\"id\":\"5\"}},\"_none\":[],"
                + "\"_contracts\":{\"error\":\"ERROR_RIGHT_MISSING\",\"message\":\"no right\"}}");
        assertThat(item.items("_documents")).extracting(Item::id).containsExactly(3L);
        assertThat(item.items("_logs")).extracting(Item::id).containsExactly(5L);
        assertThat(item.items("_none")).isEmpty();
        assertThat(item.items("missing")).isEmpty();
        assertThatThrownBy(() -> item.items("_contracts"))
                .isInstanceOf(GlpiPermissionException.class)
                .hasMessageContaining("no right");
    }

    @Test
    void namesOfFieldsAndJsonKeepTheirOrder() {
        String json = "{\"z\":1,\"a\":null,\"m\":{\"y\":[1.5,true,{}],\"b\":\"é\"}}";
        assertThat(item(json).fields()).containsExactly("z", "a", "m");
        assertThat(item(json).json()).isEqualTo(json);
        assertThat(item(json).value("a")).isNull();
        assertThat(item(json).value("z")).isEqualTo(1);
    }

    @Test
    void anItemWithoutIdSaysSo() {
        assertThat(item("{\"id\":\"7\"}").id()).isEqualTo(7);
        assertThatThrownBy(() -> item("{\"id\":null}").id()).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> item("{}").id()).isInstanceOf(NoSuchElementException.class);
    }

    /** Expanding such a number would take minutes and gigabytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "\"1e999999999\"",
                "\"-1e-999999999\"",
                "\"1e2147483647\"",
                "\"1e99999999999999999999\"",
                "1e-400"
            })
    @Timeout(60)
    void hugeExponentsCostNothing(String json) {
        Item item = field(json);
        assertThat(item.number("f").orElse(0)).isZero();
        assertThat(item.decimal("f").map(BigDecimal::toBigInteger))
                .isIn(Optional.empty(), Optional.of(BigDecimal.ZERO.toBigInteger()));
        assertThat(item.bool("f")).isFalse();
        assertThat(item.dateTime("f")).isEmpty();
        assertThat(item.list("f")).isEmpty();
        assertThat(item.text("f")).isPresent();
        assertThat(item.json()).isNotEmpty();
        assertThat(item).hasToString("Item[Computer]").isEqualTo(field(json)).hasSameHashCodeAs(field(json));
    }

    /** Whatever map decoding has chosen: a name that comes twice has another one. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"f\":1e999}", "{\"f\":1,\"f\":1e999}", "{\"f\":{\"f\":[1,1e999]}}"})
    void aNumberBeyondADoubleStaysANumber(String json) {
        Item item = item(json);
        assertThat(item.json()).contains("1E+999").isEqualTo(item(item.json()).json());
    }

    @Test
    @Timeout(60)
    void hugeTextsCostNothing() {
        Item item = field("\"" + "9".repeat(10_000_000) + "\"");
        assertThat(item.number("f")).isEmpty();
        assertThat(item.decimal("f")).isEmpty();
        assertThat(item.bool("f")).isFalse();
        assertThat(item.dateTime("f")).isEmpty();
    }

    @Test
    void nothingCanBeChangedFromOutside() {
        List<Object> list = new ArrayList<>(List.of(1));
        Map<String, Object> map = new HashMap<>(Map.of("list", list));
        Item item = Item.of("Computer", map);
        Item changed = item.with("other", map);
        list.add(2);
        map.put("later", true);
        assertThat(item.values()).isEqualTo(Map.of("list", List.of(1)));
        assertThat(changed.value("other")).isEqualTo(Map.of("list", List.of(1)));
        assertThatThrownBy(() -> item.values().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> item.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> item.list("list").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> item.map("list").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) changed.map("other").getOrDefault("list", List.of())).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> changed.changes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void changesAreWhatWithHasSet() {
        Item read = item("{\"id\":7,\"name\":\"a\",\"comment\":\"c\"}");
        Item changed = read.with("comment", null)
                .with("name", "b")
                .with("comment", "d")
                .with("new", 1);
        assertThat(read.changes()).isEmpty();
        assertThat(changed.changes().keySet()).containsExactly("comment", "name", "new");
        assertThat(changed.changes()).isEqualTo(Map.of("comment", "d", "name", "b", "new", 1));
        assertThat(read.with("comment", null).changes()).containsEntry("comment", null);
        assertThat(changed.fields()).containsExactly("id", "name", "comment", "new");
        assertThat(read.text("name")).contains("a");
        assertThatIllegalArgumentException().isThrownBy(() -> read.with("id", 8));
    }

    @Test
    void datesAreSetInTheFormOfGlpi() {
        Item item = item("{}")
                .with("time", LocalDateTime.of(2026, 11, 24, 2, 7, 0, 999))
                .with("dates", List.of(LocalDate.of(2026, 1, 2)));
        assertThat(item.json()).isEqualTo("{\"time\":\"2026-11-24 02:07:00\",\"dates\":[\"2026-01-02\"]}");
        assertThat(item.dateTime("time")).contains(LocalDateTime.of(2026, 11, 24, 2, 7));
    }

    @Test
    void whatJsonCannotRepresentIsRefusedWithoutItsValue() {
        List<Object> values = List.of(
                Optional.of("secret-canary"),
                java.nio.CharBuffer.wrap("secret-canary"),
                new AtomicLong(4711),
                Double.NaN,
                Float.POSITIVE_INFINITY,
                List.of(Map.of("a", 'x')));
        for (Object value : values) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> item("{}").with("field", value))
                    .withMessageContaining("field")
                    .withMessageNotContaining("secret-canary");
            assertThatIllegalArgumentException().isThrownBy(() -> Item.of("Computer", Map.of("field", value)));
        }
    }

    @Test
    void equalIfTypeAndValuesAre() {
        assertThat(item("{\"id\":1,\"a\":[1]}")).isEqualTo(item("{\"a\":[1],\"id\":1}"));
        assertThat(item("{\"id\":1,\"a\":[1]}")).hasSameHashCodeAs(item("{\"a\":[1],\"id\":1}"));
        assertThat(item("{\"id\":1}")).isNotEqualTo(item("{\"id\":2}"));
        assertThat(item("{\"id\":1}")).isNotEqualTo(Item.of("Monitor", Map.of("id", 1)));
        assertThat(item("{\"id\":1}").with("a", 1)).isEqualTo(item("{\"id\":1,\"a\":1}"));
    }

    @Test
    void showsNoValues() {
        assertThat(item("{\"id\":7,\"name\":\"secret-canary\"}")).hasToString("Item[Computer/7]");
        assertThat(item("{\"id\":\"secret-canary\"}")).hasToString("Item[Computer]");
    }
}
