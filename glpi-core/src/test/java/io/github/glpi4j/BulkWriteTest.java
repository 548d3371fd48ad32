package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.item.BulkResult;
import io.github.glpi4j.item.BulkResult.Outcome;
import io.github.glpi4j.item.BulkResult.Status;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.transport.RequestNotSentException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One outcome for each input, whatever shape GLPI chose and whatever became of a chunk. */
@Timeout(60)
class BulkWriteTest {

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

    private static List<Map<String, Object>> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("name", "pc-" + i))
                .toList();
    }

    private static List<Status> statuses(BulkResult result) {
        return result.outcomes().stream().map(Outcome::status).toList();
    }

    private static StubGlpi glpi(int status, String body) {
        return StubGlpi.answering(status, StubGlpi.JSON, body);
    }

    @Test
    void noInputsSendNothing() {
        StubGlpi glpi = glpi(200, "[]");
        assertThat(computers(glpi).addAll(List.of()).execute().outcomes()).isEmpty();
        assertThat(glpi.requests()).isEmpty();
    }

    /** Each chunk of a list of any length has its own request; a recursion would overflow the stack. */
    @ParameterizedTest
    @EnumSource
    void chunksAreSentOneAfterTheOther(StubGlpi.Way way) {
        AtomicInteger next = new AtomicInteger();
        StubGlpi glpi = StubGlpi.replying(request -> StubGlpi.response(
                201,
                StubGlpi.JSON,
                ItemWriteTest.body(request)
                        .replaceAll("^\\{\"input\":|\\}$", "")
                        .replaceAll("\\{[^}]*\\}", "{\"id\":@}")
                        .transform(text -> {
                            String rows = text;
                            while (rows.contains("@")) {
                                rows = rows.replaceFirst("@", String.valueOf(next.incrementAndGet()));
                            }
                            return rows;
                        })));
        BulkResult result = way.run(computers(glpi, way).addAll(rows(5001)).chunkSize(1));
        assertThat(result.isComplete()).isTrue();
        assertThat(result.ids())
                .isEqualTo(LongStream.rangeClosed(1, 5001).boxed().toList());
        assertThat(glpi.requests()).hasSize(5001);

        next.set(0);
        assertThat(way.run(computers(glpi, way).addAll(rows(101))).ids()).hasSize(101);
        assertThat(glpi.requests()).hasSize(5001 + 3);
        assertThat(ItemWriteTest.body(glpi.requests().get(5003))).isEqualTo("{\"input\":[{\"name\":\"pc-100\"}]}");
    }

    @ParameterizedTest
    @EnumSource
    void refusedItemsAreToldApartFromTheOthers(StubGlpi.Way way) {
        StubGlpi partly = glpi(
                207,
                "[\"ERROR_GLPI_PARTIAL_ADD\",[{\"id\":false,\"message\":\"taken\"},{\"id\":12,\"message\":\"added\"}]]");
        assertThat(way.run(computers(partly, way).addAll(rows(2))).outcomes())
                .containsExactly(
                        new Outcome(Status.REFUSED, OptionalLong.empty(), "taken"),
                        new Outcome(Status.DONE, OptionalLong.of(12), "added"));
        StubGlpi all =
                glpi(400, "[\"ERROR_GLPI_ADD\",[{\"id\":false,\"message\":\"a\"},{\"id\":false,\"message\":\"b\"}]]");
        assertThat(way.run(computers(all, way).addAll(rows(2))).outcomes())
                .containsExactly(
                        new Outcome(Status.REFUSED, OptionalLong.empty(), "a"),
                        new Outcome(Status.REFUSED, OptionalLong.empty(), "b"));
        StubGlpi ok = glpi(200, "[\"ERROR_GLPI_ADD\",[{\"id\":false,\"message\":\"a\"},{\"id\":9,\"message\":\"b\"}]]");
        assertThat(statuses(way.run(computers(ok, way).addAll(rows(2))))).containsExactly(Status.REFUSED, Status.DONE);
    }

    /** GLPI has no row for an id that it does not find, so that positions do not match. */
    @Test
    void updatesAreMatchedByTheirIds() {
        StubGlpi glpi = glpi(
                207,
                "[\"ERROR_GLPI_PARTIAL_UPDATE\",[{\"3\":true,\"message\":\"c\"},{\"1\":false,\"message\":\"no\"}]]");
        BulkResult result = computers(glpi)
                .updateAll(List.of(
                        Map.of("id", 1, "name", "a"), Map.of("id", 2, "name", "b"), Map.of("id", 3, "name", "c")))
                .execute();
        assertThat(statuses(result)).containsExactly(Status.REFUSED, Status.REFUSED, Status.DONE);
        assertThat(result.outcomes().get(0).message()).isEqualTo("no");
        assertThat(result.outcomes().get(1).message()).contains("no item with this id");
        assertThat(result.ids()).containsExactly(3L);
        assertThat(glpi.requests().get(0).method()).isEqualTo("PUT");
        assertThat(glpi.requests().get(0).target()).isEqualTo("/apirest.php/Computer");
    }

    @Test
    void nothingDoneIsNoSuccess() {
        for (String body : List.of("[[]]", "[]", "[[],[]]")) {
            assertThat(statuses(computers(glpi(200, body))
                            .updateAll(List.of(Map.of("id", 1), Map.of("id", 2)))
                            .execute()))
                    .containsOnly(Status.REFUSED);
            assertThat(statuses(
                            computers(glpi(200, body)).deleteAll(List.of(1L)).execute()))
                    .containsOnly(Status.REFUSED);
        }
    }

    @Test
    void twoInputsWithOneIdHaveTheirOwnOutcomes() {
        StubGlpi glpi = glpi(
                207,
                "[\"ERROR_GLPI_PARTIAL_UPDATE\",[{\"1\":true,\"message\":\"\"},{\"1\":false,\"message\":\"no\"}]]");
        assertThat(statuses(computers(glpi)
                        .updateAll(List.of(Map.of("id", 1, "name", "a"), Map.of("id", 1, "name", "b")))
                        .execute()))
                .containsExactly(Status.DONE, Status.REFUSED);
    }

    /** Peer defect (e) 8: the input of a bulk delete goes into the query. */
    @Test
    void peerDefect8ABulkDeleteHasItsInputInTheBody() {
        StubGlpi glpi = glpi(200, "[{\"1\":true,\"message\":\"\"},{\"2\":true,\"message\":\"\"}]");
        assertThat(computers(glpi)
                        .deleteAll(List.of(1L, 2L))
                        .purge()
                        .withoutHistory()
                        .execute()
                        .isComplete())
                .isTrue();
        assertThat(glpi.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("DELETE");
            assertThat(request.target()).isEqualTo("/apirest.php/Computer");
            assertThat(ItemWriteTest.body(request))
                    .isEqualTo("{\"input\":[{\"id\":1},{\"id\":2}],\"force_purge\":true,\"history\":false}");
        });
    }

    @Test
    void rowsThatDoNotMatchTheInputsAreUnknown() {
        BulkResult result =
                computers(glpi(201, "[{\"id\":5},{\"id\":6}]")).addAll(rows(3)).execute();
        assertThat(statuses(result)).containsOnly(Status.UNKNOWN).hasSize(3);
        assertThat(result.outcomes().get(0).message()).contains("[5, 6]");
    }

    private static StubGlpi scripted(StubGlpi.Reply second) {
        AtomicInteger requests = new AtomicInteger();
        return StubGlpi.replying(request -> {
            int number = requests.incrementAndGet();
            return number == 2
                    ? second.to(request)
                    : StubGlpi.response(201, StubGlpi.JSON, "[{\"id\":" + number + "}]");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aChunkWithoutAResponseIsUnknownAndNeverRepeated(StubGlpi.Way way) {
        StubGlpi glpi = scripted(request -> {
            throw new IOException("connection reset");
        });
        BulkResult result = way.run(computers(glpi, way).addAll(rows(3)).chunkSize(1));
        assertThat(statuses(result)).containsExactly(Status.DONE, Status.UNKNOWN, Status.DONE);
        assertThat(result.ids()).containsExactly(1L, 3L);
        assertThat(glpi.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void itStopsThereIfTheCallerSaysSo(StubGlpi.Way way) {
        StubGlpi glpi = scripted(request -> StubGlpi.response(502, "text/html", "<title>Bad Gateway</title>"));
        BulkResult result =
                way.run(computers(glpi, way).addAll(rows(4)).chunkSize(1).stopAtUnknown());
        assertThat(statuses(result)).containsExactly(Status.DONE, Status.UNKNOWN, Status.NOT_SENT, Status.NOT_SENT);
        assertThat(result.outcomes().get(1).message()).contains("Bad Gateway");
        assertThat(glpi.requests()).hasSize(2);
    }

    @Test
    void aChunkThatWasRefusedAsAPageIsNotUnknown() {
        StubGlpi glpi = scripted(request -> StubGlpi.response(413, "text/html", "<title>Too Large</title>"));
        assertThat(statuses(computers(glpi)
                        .addAll(rows(3))
                        .chunkSize(1)
                        .stopAtUnknown()
                        .execute()))
                .containsExactly(Status.DONE, Status.REFUSED, Status.DONE);
    }

    @Test
    void aServerThatCannotBeReachedAfterwardsLosesNothing() {
        StubGlpi glpi = scripted(request -> {
            throw new RequestNotSentException("refused");
        });
        BulkResult result = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(glpi.blocking())
                .maxRetries(0)
                .build()
                .session("session")
                .items("Computer")
                .addAll(rows(4))
                .chunkSize(1)
                .execute();
        assertThat(statuses(result)).containsExactly(Status.DONE, Status.NOT_SENT, Status.NOT_SENT, Status.NOT_SENT);
    }

    @Test
    void aCallThatCanHaveWrittenNothingFails() {
        StubGlpi unreachable = StubGlpi.failing(new RequestNotSentException("refused"));
        assertThatThrownBy(() -> computers(unreachable).addAll(rows(3)).execute())
                .isInstanceOfSatisfying(
                        GlpiTransportException.class,
                        e -> assertThat(e.mayHaveBeenSent()).isFalse());
        StubGlpi expired = glpi(401, "[\"ERROR_SESSION_TOKEN_INVALID\",\"\"]");
        assertThatThrownBy(() -> computers(expired).addAll(rows(3)).execute())
                .isInstanceOf(GlpiAuthenticationException.class);
    }

    @Test
    void aSessionThatEndsInBetweenLosesNothing() {
        StubGlpi glpi =
                scripted(request -> StubGlpi.response(401, StubGlpi.JSON, "[\"ERROR_SESSION_TOKEN_INVALID\",\"\"]"));
        assertThat(statuses(computers(glpi).addAll(rows(4)).chunkSize(1).execute()))
                .containsExactly(Status.DONE, Status.REFUSED, Status.NOT_SENT, Status.NOT_SENT);
    }

    /** The timeout is that of one chunk, however many there are. */
    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void eachChunkHasItsOwnTime(StubGlpi.Way way) {
        CountDownLatch never = new CountDownLatch(1);
        StubGlpi glpi = StubGlpi.replying(request -> {
            try {
                assertThat(never.await(2, TimeUnit.SECONDS)).isFalse();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return StubGlpi.response(201, StubGlpi.JSON, "[{\"id\":1}]");
        });
        BulkResult result = way.run(GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(glpi.remote(way))
                .callTimeout(Duration.ofSeconds(6))
                .build()
                .session("session")
                .items("Computer")
                .addAll(rows(4))
                .chunkSize(1));
        assertThat(result.isComplete()).isTrue();
    }

    @Test
    void aSupplierThatFailsInBetweenLosesNothing() {
        AtomicInteger calls = new AtomicInteger();
        StubGlpi glpi = StubGlpi.answering(201, StubGlpi.JSON, "[{\"id\":1}]");
        Call<BulkResult> call = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(glpi.blocking())
                .header("X-Trace", () -> {
                    if (calls.incrementAndGet() == 2) {
                        throw new IllegalStateException("no trace");
                    }
                    return "trace";
                })
                .build()
                .session("session")
                .items("Computer")
                .addAll(rows(3))
                .chunkSize(1);
        assertThat(statuses(call.execute())).containsExactly(Status.DONE, Status.UNKNOWN, Status.NOT_SENT);
        calls.set(1);
        assertThatThrownBy(call::execute).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_ASYNC", "ASYNC_ASYNC"})
    void cancellingEndsIt(StubGlpi.Way way) throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        StubGlpi glpi = StubGlpi.replying(request -> {
            arrived.countDown();
            if (arrived.getCount() == 0) {
                await(never);
            }
            return StubGlpi.response(201, StubGlpi.JSON, "[{\"id\":1}]");
        });
        CompletableFuture<BulkResult> running = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(glpi.remote(way))
                .build()
                .session("session")
                .items("Computer")
                .addAll(rows(9))
                .chunkSize(1)
                .executeAsync();
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        running.cancel(true);
        never.countDown();
        assertThat(glpi.requests()).hasSize(2);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Test
    void chunksOutOfRangeAreRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computers(glpi(200, "[]")).addAll(rows(1)).chunkSize(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computers(glpi(200, "[]")).addAll(rows(1)).chunkSize(1001));
    }
}
