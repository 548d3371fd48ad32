package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.glpi4j.massiveaction.MassiveActionResult;
import io.github.glpi4j.massiveaction.MassiveActionResult.Outcome;
import io.github.glpi4j.massiveaction.MassiveActionResult.Status;
import io.github.glpi4j.massiveaction.MassiveActions;
import io.github.glpi4j.transport.TransportRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Massive actions have one outcome for each item, though GLPI only counts them. */
@Timeout(60)
class MassiveActionsTest {

    private static final String KEY = "MassiveAction:add_note";
    private static final String UNKNOWN_KEY = "[\"ERROR_MASSIVEACTION_KEY\",\"Invalid action key parameter\"]";

    private static MassiveActions computers(StubGlpi glpi, StubGlpi.Way way) {
        return GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(way.transport(glpi))
                .build()
                .session("session")
                .massiveActions("Computer");
    }

    private static MassiveActions computers(StubGlpi glpi) {
        return computers(glpi, StubGlpi.Way.BLOCKING_EXECUTE);
    }

    private static StubGlpi glpi(int status, String body) {
        return StubGlpi.answering(status, StubGlpi.JSON, body);
    }

    private static String counts(int ok, int noaction, int ko, int noright) {
        return "{\"ok\":%d,\"noaction\":%d,\"ko\":%d,\"noright\":%d,\"messages\":[\"one\",\"two\"]}"
                .formatted(ok, noaction, ko, noright);
    }

    private static List<Status> statuses(MassiveActionResult result) {
        return result.outcomes().stream().map(Outcome::status).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1,0,0,0,200,OK",
        "0,1,0,0,422,NO_ACTION",
        "0,0,1,0,422,KO",
        "0,0,0,1,422,NO_RIGHT",
        "0,0,0,1,200,NO_RIGHT",
        "0,0,0,0,200,UNKNOWN",
        "1,0,1,0,207,UNKNOWN",
        "2,0,0,0,200,UNKNOWN"
    })
    void theCountsOfOneItemAreItsOutcome(int ok, int noaction, int ko, int noright, int httpStatus, Status expected) {
        StubGlpi glpi = glpi(httpStatus, counts(ok, noaction, ko, noright));
        MassiveActionResult result = computers(glpi).apply(KEY, List.of(7L)).execute();
        assertThat(result.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.id()).isEqualTo(7);
            assertThat(outcome.status()).isEqualTo(expected);
            assertThat(outcome.message()).endsWith("one\ntwo");
        });
        assertThat(result.isComplete()).isEqualTo(expected == Status.OK);
    }

    @ParameterizedTest
    @EnumSource
    void eachItemHasItsOwnRequest(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.replying(request -> {
            boolean second = ItemWriteTest.body(request).contains("[8]");
            return StubGlpi.response(
                    second ? 422 : 200, StubGlpi.JSON, second ? counts(0, 0, 1, 0) : counts(1, 0, 0, 0));
        });
        MassiveActionResult result = way.run(computers(glpi, way)
                .apply(KEY, List.of(7L, 8L, 9L))
                .input("add_note", "seen")
                .input("more", Map.of("Computer", 4)));
        assertThat(statuses(result)).containsExactly(Status.OK, Status.KO, Status.OK);
        assertThat(result.ids(Status.OK)).containsExactly(7L, 9L);
        assertThat(glpi.requests()).hasSize(3).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/apirest.php/applyMassiveAction/Computer/MassiveAction%3Aadd_note");
        });
        assertThat(ItemWriteTest.body(glpi.requests().get(0)))
                .contains("\"ids\":[7]", "\"input\":{\"add_note\":\"seen\",\"more\":{\"Computer\":4}}");
    }

    @Test
    void ofALargerChunkDifferentOutcomesAreUnknown() {
        List<Long> ids = List.of(1L, 2L, 3L);
        MassiveActionResult same = computers(glpi(200, counts(3, 0, 0, 0)))
                .apply(KEY, ids)
                .chunkSize(3)
                .execute();
        assertThat(statuses(same)).containsOnly(Status.OK).hasSize(3);
        MassiveActionResult mixed = computers(glpi(207, counts(2, 0, 1, 0)))
                .apply(KEY, ids)
                .chunkSize(3)
                .execute();
        assertThat(statuses(mixed)).containsOnly(Status.UNKNOWN).hasSize(3);
        assertThat(mixed.outcomes().get(0).message()).contains("ok 2", "ko 1");
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownActionFailsTheCall(StubGlpi.Way way) {
        StubGlpi glpi = glpi(400, UNKNOWN_KEY);
        assertThatExceptionOfType(GlpiApiException.class)
                .isThrownBy(() -> way.run(computers(glpi, way).apply("MassiveAction:nothing", List.of(1L, 2L))))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCodes.MASSIVE_ACTION_REFUSED))
                .withMessageContaining("Massive action: the itemtype has no action with this key");
        assertThat(glpi.requests()).hasSize(1);
    }

    @Test
    void afterAnItemIsDoneARefusalIsAnOutcome() {
        AtomicInteger requests = new AtomicInteger();
        StubGlpi glpi = StubGlpi.replying(request -> requests.incrementAndGet() == 1
                ? StubGlpi.response(200, StubGlpi.JSON, counts(1, 0, 0, 0))
                : StubGlpi.response(400, StubGlpi.JSON, UNKNOWN_KEY));
        MassiveActionResult result =
                computers(glpi).apply(KEY, List.of(1L, 2L, 3L)).execute();
        assertThat(statuses(result)).containsExactly(Status.OK, Status.KO, Status.NOT_SENT);
    }

    /** GLPI 10 responds so to a key whose first part names no class (PHP fails). */
    @ParameterizedTest
    @EnumSource
    void aRequestWithoutAResponseIsUnknownAndNotRepeated(StubGlpi.Way way) {
        AtomicInteger requests = new AtomicInteger();
        StubGlpi glpi = StubGlpi.replying(request -> switch (requests.incrementAndGet()) {
            case 1 -> StubGlpi.response(200, StubGlpi.JSON, "");
            case 2 -> throw new IOException("connection reset");
            default -> StubGlpi.response(200, StubGlpi.JSON, counts(1, 0, 0, 0));
        });
        MassiveActionResult result = way.run(computers(glpi, way).apply(KEY, List.of(1L, 2L, 3L)));
        assertThat(statuses(result)).containsExactly(Status.UNKNOWN, Status.UNKNOWN, Status.OK);
        assertThat(glpi.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[[]]", "true", "{}", "{\"messages\":[]}"})
    void anAnswerWithoutCountsConfirmsNothing(String body) {
        assertThat(statuses(computers(glpi(200, body)).apply(KEY, List.of(1L)).execute()))
                .containsExactly(Status.UNKNOWN);
    }

    @Test
    void noItemsSendNothing() {
        StubGlpi glpi = glpi(200, "");
        assertThat(computers(glpi).apply(KEY, List.of()).execute().outcomes()).isEmpty();
        assertThat(glpi.requests()).isEmpty();
    }

    @Test
    void actionsAndParametersAreLists() {
        StubGlpi none = glpi(200, "");
        assertThat(computers(none).list().execute()).isEmpty();
        assertThat(computers(none).inTrash().list().execute()).isEmpty();
        assertThat(computers(none).list(7).execute()).isEmpty();
        assertThat(computers(none).inTrash().parameters(KEY).execute()).isEmpty();
        assertThat(none.requests().stream().map(TransportRequest::target))
                .containsExactly(
                        "/apirest.php/getMassiveActions/Computer",
                        "/apirest.php/getMassiveActions/Computer?is_deleted=true",
                        "/apirest.php/getMassiveActions/Computer/7",
                        "/apirest.php/getMassiveActionParameters/Computer/MassiveAction%3Aadd_note"
                                + "?is_deleted=true");
    }

    @Test
    void invalidArgumentsAreRejected() {
        MassiveActions computers = computers(glpi(200, ""));
        for (String key : List.of("", "add_note", ":add_note", "MassiveAction:")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> computers.parameters(key))
                    .withMessageContaining("is not the key of a massive action");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> computers.apply(KEY, List.of(-1L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computers.apply(KEY, List.of(1L)).chunkSize(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computers.apply(KEY, List.of(1L)).input("x", new Object()));
    }
}
