package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemMapper;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.item.WriteResult;
import io.github.glpi4j.transport.TransportRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a write of one item sends, and that nothing counts as done which GLPI did not confirm. */
@Timeout(60)
class ItemWriteTest {

    private static StubGlpi glpi(int status, String body, String... headers) {
        return StubGlpi.replying(request -> StubGlpi.response(status, StubGlpi.JSON, body, headers));
    }

    private static Items<Item> computers(StubGlpi glpi, StubGlpi.Way way) {
        return GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(way.transport(glpi))
                .build()
                .session("session")
                .items("Computer");
    }

    private static Items<Item> computers(StubGlpi glpi) {
        return computers(glpi, StubGlpi.Way.BLOCKING_EXECUTE);
    }

    static String body(TransportRequest request) {
        try {
            return new String(request.body().openStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anItemIsAdded(StubGlpi.Way way) {
        StubGlpi glpi = glpi(201, "{\"id\":251,\"message\":\"Item successfully added: lab\"}");
        WriteResult added = way.run(computers(glpi, way).add(Map.of("name", "lab \"1\"")));
        assertThat(added).isEqualTo(new WriteResult(251, "Item successfully added: lab"));
        assertThat(glpi.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/apirest.php/Computer");
            assertThat(body(request)).isEqualTo("{\"input\":{\"name\":\"lab \\\"1\\\"\"}}");
        });
    }

    @ParameterizedTest
    @EnumSource
    void anItemIsUpdatedWithANullAndWithoutWhatWasLeftOut(StubGlpi.Way way) {
        StubGlpi glpi = glpi(200, "[{\"251\":true,\"message\":\"\"}]");
        Map<String, Object> fields = new HashMap<>();
        fields.put("comment", null);
        assertThat(way.run(computers(glpi, way).update(251, fields)).id()).isEqualTo(251);
        assertThat(glpi.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.target()).isEqualTo("/apirest.php/Computer/251");
            assertThat(body(request)).isEqualTo("{\"input\":{\"comment\":null}}");
        });
    }

    @Test
    void ofAnItemOnlyTheChangesAreSent() {
        StubGlpi glpi = glpi(200, "[{\"251\":true,\"message\":\"\"}]");
        Item item = Item.of("Computer", Map.of("id", 251, "name", "lab", "serial", "S1"));
        computers(glpi).update(item.with("serial", "S2")).execute();
        assertThat(body(glpi.requests().get(0))).isEqualTo("{\"input\":{\"id\":251,\"serial\":\"S2\"}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computers(glpi).update(Item.of("Monitor", Map.of("id", 251))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computers(glpi).update(Item.of("Computer", Map.of("name", "no id"))));
    }

    @Test
    void anItemIsCopiedWithoutItsId() {
        StubGlpi glpi = glpi(201, "{\"id\":252,\"message\":\"\"}");
        computers(glpi)
                .add(Item.of("Computer", Map.of("id", 251, "name", "lab")))
                .execute();
        assertThat(body(glpi.requests().get(0))).isEqualTo("{\"input\":{\"name\":\"lab\"}}");
    }

    @ParameterizedTest
    @EnumSource
    void anItemIsDeleted(StubGlpi.Way way) {
        StubGlpi glpi = glpi(200, "[{\"251\":true,\"message\":\"done\"}]");
        assertThat(way.run(computers(glpi, way).delete(251))).isEqualTo(new WriteResult(251, "done"));
        way.run(computers(glpi, way).delete(251).purge().withoutHistory());
        assertThat(glpi.requests())
                .extracting(request -> request.method() + " " + request.target())
                .containsExactly(
                        "DELETE /apirest.php/Computer/251",
                        "DELETE /apirest.php/Computer/251?force_purge=true&history=false");
    }

    /** Peer defect (e) 11: an apostrophe doubled by the client for an old server. */
    @Test
    void peerDefect11TextIsSentAsItIs() {
        StubGlpi glpi = glpi(201, "{\"id\":1,\"message\":\"\"}");
        computers(glpi).add(Map.of("name", "O'Neil & <co> \\ %")).execute();
        assertThat(body(glpi.requests().get(0))).isEqualTo("{\"input\":{\"name\":\"O'Neil & <co> \\\\ %\"}}");
    }

    /** The ways in which GLPI 10.0.19 and 11.0.6 say 200 and do nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[]]",
                "[]",
                "{}",
                "[{\"7\":true,\"message\":\"another id\"}]",
                "[{\"251\":false,\"message\":\"no\"}]",
                "[{\"251\":null}]"
            })
    void anUpdateOrDeleteThatGlpiDoesNotConfirmFails(String body) {
        StubGlpi glpi = glpi(200, body);
        for (Call<?> call : List.of(
                computers(glpi).update(251, Map.of("name", "x")),
                computers(glpi).delete(251),
                computers(glpi).delete(251).purge())) {
            assertThatThrownBy(call::execute).isInstanceOfSatisfying(GlpiApiException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCodes.NOT_CONFIRMED);
                assertThat(e.status()).isEqualTo(200);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":false,\"message\":\"no\"}", "{\"message\":\"no\"}", "{\"id\":0}", "[]"})
    void anAddThatGlpiDoesNotConfirmFails(String body) {
        assertThatThrownBy(() -> computers(glpi(201, body)).add(Map.of()).execute())
                .isInstanceOfSatisfying(
                        GlpiApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCodes.NOT_CONFIRMED));
    }

    /** PHP dies with 200, text/html and an empty body. */
    @Test
    void anEmptyResponseIsNoSuccess() {
        StubGlpi glpi = StubGlpi.replying(request -> StubGlpi.response(200, "text/html", ""));
        for (Call<?> call : List.of(
                computers(glpi).add(Map.of("name", "x")),
                computers(glpi).update(251, Map.of("name", "x")),
                computers(glpi).delete(251))) {
            assertThatThrownBy(call::execute).isInstanceOf(GlpiProtocolException.class);
        }
        assertThat(glpi.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|[\"ERROR_GLPI_ADD\",\"You don't have permission\"]|You don't have permission",
                "200|[\"ERROR_GLPI_ADD\",\"mandatory field\"]|mandatory field",
                "207|[\"ERROR_GLPI_PARTIAL_ADD\",[{\"id\":false,\"message\":\"taken\"}]]|taken",
                "400|[\"ERROR_GLPI_UPDATE\",null]|",
            })
    void aRefusalHasTheWordsOfGlpiWhateverItsStatus(int status, String body, String words) {
        assertThatThrownBy(() ->
                        computers(glpi(status, body)).add(Map.of("name", "x")).execute())
                .isInstanceOfSatisfying(GlpiApiException.class, e -> {
                    assertThat(e.status()).isEqualTo(status);
                    assertThat(e.serverMessage()).contains(words == null ? "" : words);
                });
    }

    @Test
    void aNewItemIsNotLostWhenItsResponseIsSpoilt() {
        StubGlpi glpi = StubGlpi.replying(request -> StubGlpi.response(
                201, "text/html", "<b>Warning</b> in x.php", "Location", "http://localhost/apirest.php/Computer/251"));
        assertThat(computers(glpi).add(Map.of("name", "x")).execute().id()).isEqualTo(251);
    }

    @Test
    void secretsOfTheFieldsAreNotShown() {
        String secret = "canary-password-of-a-user";
        StubGlpi glpi = glpi(400, "[\"ERROR_GLPI_ADD\",\"cannot add " + secret + "\"]");
        assertThatThrownBy(() -> GlpiClient.builder("http://localhost")
                        .listener(new RecordingListener())
                        .transport(glpi.blocking())
                        .build()
                        .session("session")
                        .items("User")
                        .add(Map.of("name", "x", "password", secret, "password2", secret))
                        .execute())
                .isInstanceOf(GlpiApiException.class)
                .hasMessageNotContaining(secret);
    }

    /** What an application's own mapper writes is sent unchanged, so it has to be one object. */
    @Test
    void whatAMapperWritesIsOneObject() {
        for (String json : new String[] {"{\"name\":\"x\"}]}", "{} {}", "[]", "1", "{"}) {
            ItemMapper mapper = new ItemMapper() {
                @Override
                public <T> T read(String item, Class<T> type) {
                    throw new AssertionError();
                }

                @Override
                public String write(Object value) {
                    return json;
                }
            };
            Items<Item> computers = GlpiClient.builder("http://localhost")
                    .listener(new RecordingListener())
                    .transport(StubGlpi.answering(200, StubGlpi.JSON, "{}").blocking())
                    .itemMapper(mapper)
                    .build()
                    .session("session")
                    .items("Computer");
            assertThatIllegalArgumentException().isThrownBy(() -> computers.add(new Object()));
            assertThatIllegalArgumentException().isThrownBy(() -> computers.addAll(List.of(new Object())));
        }
    }

    @Test
    void fieldsThatAreNoObjectAreRefusedAtOnce() {
        Items<Item> items = computers(glpi(200, "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> items.add("text"));
        assertThatIllegalArgumentException().isThrownBy(() -> items.add(List.of(Map.of())));
        assertThatIllegalArgumentException().isThrownBy(() -> items.add(Map.of(1, "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> items.add(Map.of("x", new Object())));
        assertThatIllegalArgumentException().isThrownBy(() -> items.add(Map.of("x", Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> items.update(-1, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> items.update(1, Map.of("id", 2)))
                .withMessageContaining("2");
        assertThatIllegalArgumentException().isThrownBy(() -> items.updateAll(List.of(Map.of("name", "no id"))));
        assertThatIllegalArgumentException().isThrownBy(() -> items.deleteAll(List.of(-1L)));
    }

    /** What a user does to a map afterwards does not change a call. */
    @Test
    void aCallKeepsTheFieldsItWasMadeWith() {
        StubGlpi glpi = glpi(201, "{\"id\":251,\"message\":\"\"}");
        Map<String, Object> fields = new HashMap<>(Map.of("name", "before"));
        Call<WriteResult> call = computers(glpi).add(fields);
        fields.put("name", "after");
        call.execute();
        call.execute();
        assertThat(glpi.requests()).extracting(ItemWriteTest::body).containsOnly("{\"input\":{\"name\":\"before\"}}");
    }
}
