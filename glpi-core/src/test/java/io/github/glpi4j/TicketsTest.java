package io.github.glpi4j;

import static io.github.glpi4j.ticket.Actor.email;
import static io.github.glpi4j.ticket.Actor.group;
import static io.github.glpi4j.ticket.Actor.supplier;
import static io.github.glpi4j.ticket.Actor.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.glpi4j.ticket.ActorRole;
import io.github.glpi4j.ticket.ItilObjects;
import io.github.glpi4j.ticket.ItilStatus;
import io.github.glpi4j.ticket.OpenedItilObject;
import io.github.glpi4j.ticket.Tickets;
import io.github.glpi4j.ticket.Timeline;
import io.github.glpi4j.ticket.TimelineEntry;
import io.github.glpi4j.ticket.TimelineEntry.Kind;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the calls of tickets send, and what they make of the responses that GLPI gives in rare cases. */
@Timeout(60)
class TicketsTest {

    private static final String CREATED = "{\"id\":7,\"message\":\"added\"}";
    private static final String NO_RIGHT = "[\"ERROR_RIGHT_MISSING\",\"\"]";
    private static final String UNKNOWN_TYPE = "[\"ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM\",\"\"]";

    private static GlpiSession session(StubGlpi glpi, StubGlpi.Way way) {
        return GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(way.transport(glpi))
                .maxRetries(0)
                .build()
                .session("session");
    }

    private static GlpiSession session(StubGlpi glpi) {
        return session(glpi, StubGlpi.Way.BLOCKING_EXECUTE);
    }

    private static TransportResponse json(int status, String body) {
        return StubGlpi.response(status, StubGlpi.JSON, body);
    }

    /** Answers writes with a new item, and lists with one body for each itemtype. */
    private static StubGlpi listing(StubGlpi.Reply lists) {
        return StubGlpi.replying(request -> request.method().equals("GET") ? lists.to(request) : json(201, CREATED));
    }

    private static boolean isFor(TransportRequest request, String path) {
        return request.target().startsWith("/apirest.php/" + path);
    }

    private static String body(StubGlpi glpi, int index) {
        return ItemWriteTest.body(glpi.requests().get(index));
    }

    @Test
    void actorsDocumentsAndItemsAreInOneInput() {
        StubGlpi glpi = listing(request -> json(200, "[]"));
        OpenedItilObject opened = session(glpi)
                .tickets()
                .open("title", "text")
                .requester(user(2), email("bob@example.com"))
                .requester(user(2), user(4))
                .observer(group(3))
                .assigned(supplier(5))
                .documents(8, 9)
                .item("Computer", 1)
                .item("Computer", 2)
                .item("Monitor", 1)
                .execute();
        assertThat(body(glpi, 0))
                .isEqualTo("{\"input\":{\"name\":\"title\",\"content\":\"text\",\"_users_id_requester\":[2,0,4],"
                        + "\"_users_id_requester_notif\":{\"use_notification\":{\"1\":1},"
                        + "\"alternative_email\":{\"1\":\"bob@example.com\"}},\"_groups_id_observer\":[3],"
                        + "\"_suppliers_id_assign\":[5],\"_documents_id\":[8,9],"
                        + "\"items_id\":{\"Computer\":[1,2],\"Monitor\":[1]}}}");
        assertThat(opened.id()).isEqualTo(7);
        assertThat(opened.unconfirmed())
                .containsExactly(
                        "requester user 2",
                        "requester email bob@example.com",
                        "requester user 4",
                        "observer group 3",
                        "assigned supplier 5",
                        "document 8",
                        "document 9",
                        "Computer/1",
                        "Computer/2",
                        "Monitor/1");
        assertThat(glpi.requests()).as("one list for each kind").hasSize(6);
    }

    @ParameterizedTest
    @EnumSource
    void withoutActorsNothingIsReadBack(StubGlpi.Way way) {
        StubGlpi glpi = listing(request -> json(200, "[]"));
        OpenedItilObject opened =
                way.run(session(glpi, way).problems().open("title", "text").urgency(5));
        assertThat(opened).isEqualTo(new OpenedItilObject(7, "added", List.of()));
        assertThat(glpi.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anOpenedTicketIsNotLostIfItCannotBeReadBack(StubGlpi.Way way) {
        StubGlpi glpi = listing(request -> json(403, NO_RIGHT));
        OpenedItilObject opened =
                way.run(session(glpi, way).tickets().open("title", "text").requester(user(2)));
        assertThat(opened.id()).isEqualTo(7);
        assertThat(opened.unconfirmed())
                .singleElement()
                .asString()
                .startsWith("requester user 2, which could not be read back: ")
                .contains("ERROR_RIGHT_MISSING");
    }

    @ParameterizedTest
    @EnumSource
    void anOpenedTicketIsNotLostIfTheTimeIsUp(StubGlpi.Way way) {
        CountDownLatch ended = new CountDownLatch(1);
        StubGlpi glpi = listing(request -> {
            try {
                ended.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            throw new IOException("the end of the test");
        });
        try (GlpiClient client = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(glpi.remote(way))
                .build()) {
            OpenedItilObject opened = way.run(client.session("session")
                    .tickets()
                    .open("title", "text")
                    .assigned(group(3))
                    .timeout(Duration.ofSeconds(2)));
            assertThat(opened.id()).isEqualTo(7);
            assertThat(opened.unconfirmed()).hasSize(1);
        } finally {
            ended.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void beforeGlpi94AFollowUpHasItsOldName(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.replying(request -> isFor(request, "ITILFollowup")
                        || request.target().contains("/ITILFollowup?")
                ? json(400, UNKNOWN_TYPE)
                : request.method().equals("POST")
                        ? json(201, CREATED)
                        : json(200, request.target().contains("Followup") ? "[{\"id\":5,\"content\":\"old\"}]" : "[]"));
        Tickets tickets = session(glpi, way).tickets();
        assertThat(way.run(tickets.privateFollowUp(42, "hello")).id()).isEqualTo(7);
        assertThat(body(glpi, 0)).contains("\"itemtype\":\"Ticket\"", "\"items_id\":42");
        assertThat(isFor(glpi.requests().get(1), "TicketFollowup")).isTrue();
        assertThat(body(glpi, 1))
                .contains("\"tickets_id\":42", "\"content\":\"hello\"", "\"is_private\":1")
                .doesNotContain("items_id");
        assertThat(way.run(tickets.timeline(42)).entries())
                .extracting(TimelineEntry::content)
                .containsExactly("old");
    }

    @ParameterizedTest
    @EnumSource
    void anyOtherFailureOfAFollowUpIsNotRepeated(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.failing(new IOException("connection reset"));
        assertThatExceptionOfType(GlpiTransportException.class)
                .isThrownBy(() -> way.run(session(glpi, way).tickets().followUp(42, "hello")));
        assertThat(glpi.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void entriesThatMayNotBeReadAreNamed(StubGlpi.Way way) {
        StubGlpi glpi = listing(request -> request.target().contains("/TicketValidation?")
                ? json(403, NO_RIGHT)
                : json(
                        200,
                        request.target().contains("/ITILFollowup?")
                                ? "[{\"id\":2,\"date\":\"2026-01-02 03:04:05\"},{\"id\":1,\"date\":\"2026-01-02 03:04:05\"}]"
                                : request.target().contains("/ITILSolution?")
                                        ? "[{\"id\":1,\"date_creation\":\"2026-01-02 03:04:04\"},{\"id\":3}]"
                                        : "[]"));
        Timeline timeline = way.run(session(glpi, way).tickets().timeline(42));
        assertThat(timeline.unreadable()).containsExactlyInAnyOrder(Kind.APPROVAL_REQUEST, Kind.APPROVAL_ANSWER);
        assertThat(timeline.entries())
                .extracting(entry -> entry.kind() + " " + entry.id())
                .containsExactly("SOLUTION 1", "FOLLOW_UP 1", "FOLLOW_UP 2", "SOLUTION 3");
    }

    @Test
    void aTimelineOfWhichNothingMayBeReadIsAFailure() {
        Tickets tickets = session(listing(request -> json(403, NO_RIGHT))).tickets();
        assertThatExceptionOfType(GlpiPermissionException.class)
                .isThrownBy(() -> tickets.timeline(42).execute());
        ItilObjects problems = session(listing(request -> json(500, "[\"ERROR_UNKNOWN\",\"\"]")))
                .problems();
        assertThatExceptionOfType(GlpiApiException.class)
                .isThrownBy(() -> problems.timeline(42).execute())
                .satisfies(e -> assertThat(e.code()).isEqualTo("ERROR_UNKNOWN"));
    }

    @Test
    void aLongListIsReadCompletely() {
        StubGlpi glpi = listing(request -> {
            if (!request.target().contains("/ITILFollowup?")) {
                return json(200, "[]");
            }
            boolean second = request.target().contains("range=1000-");
            StringBuilder rows = new StringBuilder();
            for (int id = second ? 1001 : 1; id <= (second ? 1001 : 1000); id++) {
                rows.append(rows.isEmpty() ? "[" : ",")
                        .append("{\"id\":")
                        .append(id)
                        .append('}');
            }
            return StubGlpi.response(
                    206,
                    StubGlpi.JSON,
                    rows.append(']').toString(),
                    "Content-Range",
                    second ? "1000-1000/1001" : "0-999/1001");
        });
        assertThat(session(glpi).changes().timeline(42).execute().entries()).hasSize(1001);
    }

    @ParameterizedTest
    @EnumSource
    void aStatusThatGlpiDoesNotTakeIsAFailure(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.replying(request -> json(
                200, request.method().equals("PUT") ? "[{\"42\":true,\"message\":\"\"}]" : "{\"id\":42,\"status\":2}"));
        Tickets tickets = session(glpi, way).tickets();
        assertThatExceptionOfType(GlpiApiException.class)
                .isThrownBy(() -> way.run(tickets.setStatus(42, ItilStatus.CLOSED)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCodes.NOT_CONFIRMED))
                .withMessageContaining("Status: the profile may not set it")
                .withMessageContaining("The status is 2");
        assertThat(way.run(tickets.setStatus(42, ItilStatus.ASSIGNED)).id()).isEqualTo(42);
    }

    @ParameterizedTest
    @EnumSource
    void aStatusThatCannotBeReadBackIsNotConfirmed(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.replying(request -> request.method().equals("PUT")
                ? json(200, "[{\"42\":true,\"message\":\"\"}]")
                : json(500, "[\"ERROR_UNKNOWN\",\"\"]"));
        assertThatExceptionOfType(GlpiApiException.class)
                .isThrownBy(() -> way.run(session(glpi, way).tickets().approve(42, "")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCodes.NOT_CONFIRMED))
                .withMessageContaining("the status could not be read back")
                .withCauseInstanceOf(GlpiApiException.class);
    }

    @Test
    void aSurveyThatIsNotConfirmedIsAFailure() {
        for (String body : List.of("[[]]", "[{\"1\":false,\"message\":\"\"}]", "[]")) {
            assertThatExceptionOfType(GlpiApiException.class)
                    .isThrownBy(() -> session(StubGlpi.answering(200, StubGlpi.JSON, body))
                            .tickets()
                            .answerSatisfaction(42, 5, "")
                            .execute())
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCodes.NOT_CONFIRMED));
        }
    }

    @Test
    void invalidArgumentsSendNothing() {
        StubGlpi glpi = listing(request -> json(200, "[]"));
        Tickets tickets = session(glpi).tickets();
        for (Runnable call : List.<Runnable>of(
                () -> tickets.followUp(0, "x").execute(),
                () -> tickets.setStatus(1, ItilStatus.TESTING).execute(),
                () -> tickets.refuse(1, " ").execute(),
                () -> tickets.rejectSolution(1, "").execute(),
                () -> tickets.answerSatisfaction(1, 11, "").execute(),
                () -> tickets.open("x", "x").urgency(6).execute(),
                () -> tickets.open("x", "x").requester(supplier(1)).execute(),
                () -> tickets.open("x", "x").field("y", new Object()).execute(),
                () -> tickets.addActor(1, ActorRole.OBSERVER, supplier(1)).execute(),
                () -> tickets.task(1, "x").timeSpent(Duration.ofSeconds(-1)).execute(),
                () -> tickets.task(1, "x")
                        .planned(LocalDateTime.MAX, LocalDateTime.MAX)
                        .execute(),
                () -> user(0),
                () -> email("nobody"))) {
            assertThatIllegalArgumentException().isThrownBy(call::run);
        }
        assertThat(glpi.requests()).isEmpty();
    }
}
