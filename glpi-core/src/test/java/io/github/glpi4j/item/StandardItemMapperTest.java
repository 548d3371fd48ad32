package io.github.glpi4j.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records and beans made of what GLPI sends, and the reverse. Both ways of reading give the same: from values and text. */
class StandardItemMapperTest {

    private static final String OF_10 = "{\"id\":1,\"entities_id\":0,\"name\":\"pc-0001\",\"otherserial\":null,"
            + "\"users_id_tech\":0,\"groups_id\":0,\"groups_id_tech\":4,\"date_mod\":\"2026-11-24 02:27:47\",\"is_template\":0,\"is_deleted\":1,"
            + "\"ticket_tco\":\"0.0000\",\"last_boot\":null,\"links\":[{\"rel\":\"Entity\",\"href\":\"http://x\"}],"
            + "\"_infocoms\":[]}";

    private static final String OF_11 =
            "{\"id\":\"1\",\"entities_id\":\"Root entity\",\"name\":\"pc-0001\",\"otherserial\":\"\","
                    + "\"users_id_tech\":\"\",\"date_mod\":\"2026-11-24 02:27:47\",\"is_template\":false,\"is_deleted\":\"1\","
                    + "\"ticket_tco\":0,\"last_boot\":\"0000-00-00 00:00:00\",\"groups_id\":[],\"groups_id_tech\":[4],"
                    + "\"_infocoms\":{\"id\":\"3\",\"buy_date\":\"2026-01-02\"}}";

    record Infocom(long id, @Nullable LocalDate buyDate) {}

    record Laptop(
            long id,
            String name,
            @Nullable String otherserial,
            @Nullable Integer usersIdTech,
            List<Long> groupsId,
            @Nullable Long groups_id_tech,
            LocalDateTime dateMod,
            boolean isTemplate,
            Boolean is_deleted,
            BigDecimal ticketTco,
            @Nullable LocalDateTime lastBoot,
            @Nullable Infocom _infocoms,
            @Nullable String absent,
            int absentNumber) {}

    private static <T> T read(String json, Class<T> type) {
        T fromValues = ItemTest.item(json).as(type);
        T fromText = ItemMapper.standard().read(json, type);
        assertThat(fromValues).usingRecursiveComparison().isEqualTo(fromText);
        return fromValues;
    }

    @Test
    void recordsReadWhatVersion10Sends() {
        assertThat(read(OF_10, Laptop.class))
                .isEqualTo(new Laptop(
                        1,
                        "pc-0001",
                        null,
                        0,
                        List.of(),
                        4L,
                        LocalDateTime.of(2026, 11, 24, 2, 27, 47),
                        false,
                        true,
                        new BigDecimal("0.0000"),
                        null,
                        null,
                        null,
                        0));
    }

    @Test
    void recordsReadWhatVersion11Sends() {
        assertThat(read(OF_11, Laptop.class))
                .isEqualTo(new Laptop(
                        1,
                        "pc-0001",
                        "",
                        null,
                        List.of(),
                        4L,
                        LocalDateTime.of(2026, 11, 24, 2, 27, 47),
                        false,
                        true,
                        BigDecimal.ZERO,
                        null,
                        new Infocom(3, LocalDate.of(2026, 1, 2)),
                        null,
                        0));
    }

    /** A bean with accessors, one without, and names of its own. */
    static class Bean {
        public long id;
        public @Nullable String users_id_tech;
        private @Nullable LocalDateTime dateMod;
        private boolean template;

        @JsonProperty("ticket_tco")
        private @Nullable Double cost;

        public @Nullable LocalDateTime getDateMod() {
            return dateMod;
        }

        public void setDateMod(LocalDateTime dateMod) {
            this.dateMod = dateMod;
        }

        @JsonProperty("is_template")
        public boolean isTemplate() {
            return template;
        }

        public void setTemplate(boolean template) {
            this.template = template;
        }
    }

    @Test
    void beansReadTheSame() {
        Bean bean = read(OF_10.replace("\"is_template\":0", "\"is_template\":\"1\""), Bean.class);
        assertThat(bean.id).isEqualTo(1);
        assertThat(bean.users_id_tech).isEqualTo("0");
        assertThat(bean.getDateMod()).isEqualTo("2026-11-24T02:27:47");
        assertThat(bean.isTemplate()).isTrue();
        assertThat(bean.cost).isZero();
    }

    record Numbers(
            @Nullable Long boxed,
            long primitive,
            @Nullable Integer integer,
            @Nullable Double floating,
            @Nullable BigInteger big,
            @Nullable Short small) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "17 | 17",
                "\"17\" | 17",
                "\" 17 \" | 17",
                "17.0 | 17",
                "\"17.0000\" | 17",
                "true | 1",
                "false | 0",
                "[17] | 17",
                "\"\" | none",
                "\" \" | none",
                "null | none",
                "[] | none"
            })
    void numbers(String json, @Nullable Short number) {
        String all = "{\"boxed\":V,\"primitive\":V,\"integer\":V,\"floating\":V,\"big\":V,\"small\":V}";
        Numbers read = read(all.replace("V", json), Numbers.class);
        assertThat(read)
                .isEqualTo(
                        number == null
                                ? new Numbers(null, 0, null, null, null, null)
                                : new Numbers(
                                        number.longValue(),
                                        number,
                                        number.intValue(),
                                        number.doubleValue(),
                                        BigInteger.valueOf(number),
                                        number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"secret-canary\"",
                "17.5",
                "\"17.5\"",
                "9223372036854775808",
                "1e999999999",
                "\"1e999999999\"",
                "[1,2]",
                "[[1]]",
                "{\"secret-canary\":1}",
                "\"2026-11-24\""
            })
    @Timeout(60)
    void whatFitsNoLongIsNeverRoundedAndNeverQuoted(String json) {
        String all = "{\"id\":7,\"boxed\":" + json + "}";
        Item item = ItemTest.item(all);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> item.as(Numbers.class))
                .withMessage("Item[Computer/7] is not readable as " + Numbers.class.getName()
                        + ": field boxed: the value does not fit java.lang.Long")
                .withNoCause();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemMapper.standard().read(all, Numbers.class))
                .withMessageContaining("field boxed")
                .withNoCause();
    }

    record Reals(@Nullable Double real, float single) {}

    /** Infinity is not what GLPI sent. */
    @ParameterizedTest
    @CsvSource({"real,1e309", "real,'\"-1e500\"'", "single,1e39", "single,'\"1e309\"'"})
    void aNumberBeyondAFieldIsNotInfinity(String field, String json) {
        String all = "{\"id\":7,\"" + field + "\":" + json + "}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemTest.item(all).as(Reals.class))
                .withMessageContaining("field " + field + ": the value does not fit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemMapper.standard().read(all, Reals.class))
                .withMessageContaining("field " + field);
    }

    record Flag(@Nullable Boolean flag) {}

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "false, false",
        "1, true",
        "0, false",
        "'\"1\"', true",
        "'\"0\"', false",
        "2, true",
        "'\"true\"', true",
        "'\"false\"', false",
        "'\"\"',",
        "null,",
        "[],"
    })
    void booleans(String json, @Nullable Boolean flag) {
        assertThat(read("{\"flag\":" + json + "}", Flag.class)).isEqualTo(new Flag(flag));
    }

    record Dates(@Nullable LocalDate date, @Nullable LocalDateTime time) {}

    @ParameterizedTest
    @CsvSource({
        "2026-11-24 02:27:47, 2026-11-24, 2026-11-24T02:27:47",
        "2026-11-24, 2026-11-24, 2026-11-24T00:00",
        "'',,",
        "0000-00-00,,",
        "0000-00-00 00:00:00,,",
        "2026-00-00,,"
    })
    void dates(String text, @Nullable LocalDate date, @Nullable LocalDateTime time) {
        assertThat(read("{\"date\":\"" + text + "\",\"time\":\"" + text + "\"}", Dates.class))
                .isEqualTo(new Dates(date, time));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"time\":\"tomorrow\"}", Dates.class))
                .withMessageContaining("field time")
                .withMessageNotContaining("tomorrow");
    }

    record Shapes(
            @Nullable List<Infocom> rows,
            @Nullable Set<String> names,
            @Nullable Map<String, Integer> map,
            @Nullable Infocom only) {}

    static class Arrays {
        public long[] ids = {1};
        public byte[] bytes = {};
        public String[] names = {};
    }

    @Test
    void arraysAreLists() {
        Arrays arrays = read("{\"ids\":{\"1\":\"5\",\"2\":6},\"names\":\"a\",\"bytes\":\"AQI=\"}", Arrays.class);
        assertThat(arrays.ids).containsExactly(5, 6);
        assertThat(arrays.names).containsExactly("a");
        assertThat(arrays.bytes).containsExactly(1, 2);
        assertThat(read("{\"ids\":0}", Arrays.class).ids).isEmpty();
    }

    @Test
    void objectsBecomeListsAndListsMaps() {
        Shapes shapes = read(
                "{\"rows\":{\"7\":{\"id\":7},\"9\":{\"id\":\"9\"}},\"names\":{\"a\":\"b\",\"c\":1},"
                        + "\"map\":[\"4\",5],\"only\":[]}",
                Shapes.class);
        assertThat(shapes.rows()).containsExactly(new Infocom(7, null), new Infocom(9, null));
        assertThat(shapes.names()).containsExactlyInAnyOrder("b", "1");
        assertThat(shapes.map()).isEqualTo(Map.of("0", 4, "1", 5));
        assertThat(shapes.only()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "\"\"", "0", "\"0\"", "false"})
    void whatPhpTakesForEmptyIsEmpty(String json) {
        Shapes shapes = read("{\"rows\":V,\"names\":V,\"map\":V}".replace("V", json), Shapes.class);
        assertThat(shapes.rows()).isEmpty();
        assertThat(shapes.names()).isEmpty();
        assertThat(shapes.map()).isEmpty();
    }

    @Test
    void aFailureNamesThePath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"rows\":[{\"id\":1},{\"id\":\"secret-canary\"}]}", Shapes.class))
                .withMessageContaining("field rows[1].id: the value does not fit")
                .withMessageNotContaining("canary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"rows\":[\"secret-canary\"]}", Shapes.class))
                .withMessageContaining("field rows[0]")
                .withMessageNotContaining("canary")
                .withNoCause();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"map\":\"secret-canary\"}", Shapes.class))
                .withMessageContaining("field map")
                .withMessageNotContaining("canary");
    }

    enum Status {
        @JsonProperty("1")
        NEW,
        @JsonProperty("2")
        ASSIGNED,
        CLOSED
    }

    record Ticket(@Nullable Status status) {}

    /** Peer defect (e) 19: a strict enum on reading, by which one odd row fails a complete list. */
    @ParameterizedTest
    @CsvSource({
        "1, NEW",
        "'\"2\"', ASSIGNED",
        "'\"closed\"', CLOSED",
        "0,",
        "3,",
        "'\"brand new\"',",
        "'\"\"',",
        "null,",
        "[],"
    })
    void peerDefect19UnknownConstantsAreNull(String json, @Nullable Status status) {
        assertThat(read("{\"status\":" + json + "}", Ticket.class)).isEqualTo(new Ticket(status));
    }

    record Text(@Nullable String text) {}

    @ParameterizedTest
    @CsvSource({"17, 17", "0.5, 0.5", "true, true", "'\"a\"', a", "'\"\"', ''", "null,", "[],"})
    void texts(String json, @Nullable String text) {
        assertThat(read("{\"text\":" + json + "}", Text.class)).isEqualTo(new Text(text));
    }

    record Strict(String name) {
        Strict {
            if (name.contains("canary")) {
                throw new IllegalStateException("wrong: " + name);
            }
        }
    }

    interface Abstract {
        String name();
    }

    record WithInstant(Instant at) {}

    @Test
    void classesThatFailAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"name\":\"canary\"}", Strict.class))
                .withMessageContaining("the class failed with java.lang.IllegalStateException")
                .withMessageNotContaining("canary")
                .withNoCause();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"name\":\"canary\"}", Abstract.class))
                .withMessageContaining("Abstract is no record, no bean")
                .withMessageNotContaining("canary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"at\":\"2026-01-02 03:04:05\"}", WithInstant.class))
                .withMessageContaining("field at: java.time.Instant is no record");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{}", Proxy.class))
                .as("a class in a package that is not open")
                .withMessageContaining("java.net.Proxy is no record")
                .withMessageContaining("not open to com.fasterxml.jackson.databind");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemMapper.standard().read("canary", Strict.class))
                .withMessageContaining("it is not JSON")
                .withMessageNotContaining("canary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemMapper.standard().read("null", Strict.class))
                .withMessageContaining("it is null");
    }

    @Test
    void mapsTreesAndTheItemItselfAreClassesToo() {
        Item item = ItemTest.item("{\"id\":1,\"f\":true}");
        assertThat((Object) item.as(Map.class)).isEqualTo(Map.of("id", 1, "f", true));
        assertThat(item.as(Item.class)).isSameAs(item);
        assertThat(item.as(Object.class)).isInstanceOf(Map.class);
    }

    record Written(
            Long id,
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String comment,

            @Nullable String serial,
            boolean isDeleted,
            Boolean is_template,
            LocalDateTime dateMod,
            LocalDate buyDate,
            Status status,
            List<Integer> groupsId,
            String _users) {}

    @Test
    void writesWhatGlpiReads() {
        Written written = new Written(
                7L,
                "a \"b\"",
                null,
                null,
                true,
                false,
                LocalDateTime.of(2026, 11, 24, 2, 7, 0, 5),
                LocalDate.of(2026, 1, 2),
                Status.ASSIGNED,
                List.of(3),
                "u");
        String json = "{\"id\":7,\"name\":\"a \\\"b\\\"\",\"serial\":null,\"is_deleted\":1,\"is_template\":0,"
                + "\"date_mod\":\"2026-11-24 02:07:00\",\"buy_date\":\"2026-01-02\",\"status\":\"2\",\"groups_id\":[3],"
                + "\"_users\":\"u\"}";
        assertThat(ItemMapper.standard().write(written)).isEqualTo(json);
        assertThat(read(json, Written.class))
                .usingRecursiveComparison()
                .ignoringFields("dateMod")
                .isEqualTo(written);
    }

    record Broken(String password, Object other) {}

    @Test
    void whatCannotBeWrittenIsNamedWithoutItsValues() {
        Broken broken = new Broken("secret-canary", Instant.EPOCH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemMapper.standard().write(broken))
                .withMessageContaining(Broken.class.getName())
                .withMessageContaining("field other")
                .withMessageNotContaining("canary")
                .withNoCause();
    }

    /** As for JSON-B or Jackson 3. */
    private record Own(@Nullable Object result, @Nullable RuntimeException failure) implements ItemMapper {

        @Override
        @SuppressWarnings("NullAway") // returns null, as code without such checks does
        public <T> T read(String json, Class<T> type) {
            if (failure != null) {
                throw failure;
            }
            return type.cast(type == String.class ? json : result);
        }

        @Override
        public String write(Object value) {
            return "{}";
        }
    }

    @Test
    void anotherMapperGetsTheJsonAndItsExceptionIsTheCause() {
        Map<String, Object> values = Map.of("id", 7);
        assertThat(Item.of("Computer", values, new Own(null, null)).as(String.class))
                .isEqualTo("{\"id\":7}");
        assertThat(Item.of("Computer", values, new Own(5, null)).with("a", 1).as(Integer.class))
                .isEqualTo(5);
        IllegalStateException failure = new IllegalStateException("as the mapper says");
        assertThatThrownBy(() ->
                        Item.of("Computer", values, new Own(null, failure)).as(Integer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Item[Computer/7] cannot be read as java.lang.Integer")
                .hasCause(failure);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Item.of("Computer", values, new Own(null, null)).as(Integer.class));
        assertThat(Item.of("Computer", Map.of("_list", List.of(values)), new Own(5, null))
                        .items("_list")
                        .get(0)
                        .as(Integer.class))
                .isEqualTo(5);
    }
}
