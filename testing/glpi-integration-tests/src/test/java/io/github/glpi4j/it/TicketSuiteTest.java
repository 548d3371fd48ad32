package io.github.glpi4j.it;

import static io.github.glpi4j.search.Condition.field;
import static io.github.glpi4j.ticket.Actor.email;
import static io.github.glpi4j.ticket.Actor.group;
import static io.github.glpi4j.ticket.Actor.supplier;
import static io.github.glpi4j.ticket.Actor.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemRef;
import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.ActorRole;
import io.github.glpi4j.ticket.ItilObjects;
import io.github.glpi4j.ticket.ItilStatus;
import io.github.glpi4j.ticket.OpenedItilObject;
import io.github.glpi4j.ticket.TicketLink;
import io.github.glpi4j.ticket.Tickets;
import io.github.glpi4j.ticket.Timeline;
import io.github.glpi4j.ticket.TimelineEntry;
import io.github.glpi4j.ticket.TimelineEntry.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tickets, changes and problems on each transport and in each mode, on FakeGlpi and on a real GLPI. Removes what it adds,
 * also if a test fails.
 */
@Tag("live")
@Timeout(120)
class TicketSuiteTest {

    @RegisterExtension
    static final Server SERVER = new Server();

    private static final long NO_SUCH_ID = 999_999_999;

    private final String mark = "glpi4j-" + UUID.randomUUID();
    private final Deque<ItemRef> added = new ArrayDeque<>();

    @AfterEach
    void purge() {
        try (GlpiClient glpi = client(Way.APACHE_EXECUTE)) {
            for (ItemRef item : added) {
                glpi.session().items(item.itemtype()).delete(item.id()).purge().execute();
            }
        }
    }

    private static GlpiClient client(Way way) {
        return SERVER.client(way).credentials(SERVER.userToken()).build();
    }

    private long add(GlpiSession session, String itemtype, Map<String, Object> fields) {
        return added(itemtype, session.items(itemtype).add(fields).execute().id());
    }

    private long added(String itemtype, long id) {
        added.push(new ItemRef(itemtype, id));
        return id;
    }

    private long newGroup(GlpiSession session) {
        return add(
                session,
                "Group",
                Map.of("name", mark, "is_requester", 1, "is_watcher", 1, "is_assign", 1, "is_task", 1));
    }

    private static long self(GlpiSession session) {
        return session.getFullSession().execute().userId().orElseThrow();
    }

    private static long open(Way way, ItilObjects objects, String title) {
        return way.run(objects.open(title, "a description")).id();
    }

    private static ItilStatus status(Way way, GlpiSession session, String itemtype, long id) {
        return ItilStatus.of(way.run(session.items(itemtype).get(id))
                        .number("status")
                        .orElseThrow())
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void ticketIsOpenedWorkedOnFoundAndPurged(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            Tickets tickets = session.tickets();
            long self = self(session);
            long group = newGroup(session);
            long supplier = add(session, "Supplier", Map.of("name", mark));
            long computer = add(session, "Computer", Map.of("name", mark));
            long location = add(session, "Location", Map.of("name", mark));
            long category = add(session, "ITILCategory", Map.of("name", mark));
            long document = add(session, "Document", Map.of("name", mark));

            OpenedItilObject opened = way.run(tickets.openRequest(mark + " printer on fire", "Second floor\nR&D <east>")
                    .requester(user(self), email("bob@example.com"))
                    .observer(group(group))
                    .assigned(group(group), supplier(supplier))
                    .category(category)
                    .urgency(5)
                    .impact(4)
                    .location(location)
                    .entity(0)
                    .documents(document)
                    .item("Computer", computer));
            long id = added("Ticket", opened.id());
            assertThat(opened.unconfirmed()).isEmpty();

            Item ticket = way.run(session.items("Ticket").get(id));
            assertThat(ticket.text("name")).contains(mark + " printer on fire");
            assertThat(ticket.text("content")).contains("Second floor\nR&D <east>");
            assertThat(ticket.number("type")).hasValue(2);
            assertThat(ticket.number("status")).hasValue(ItilStatus.ASSIGNED.code());
            assertThat(ticket.number("urgency")).hasValue(5);
            assertThat(ticket.number("impact")).hasValue(4);
            assertThat(ticket.number("itilcategories_id")).hasValue(category);
            assertThat(ticket.number("locations_id")).hasValue(location);
            Map<ActorRole, List<Actor>> actors = way.run(tickets.actors(id));
            assertThat(actors.get(ActorRole.REQUESTER)).containsExactlyInAnyOrder(user(self), email("bob@example.com"));
            assertThat(actors.get(ActorRole.OBSERVER)).containsExactly(group(group));
            assertThat(actors.get(ActorRole.ASSIGNED)).containsExactlyInAnyOrder(group(group), supplier(supplier));

            long followUp = way.run(tickets.followUp(id, "Water is on its way")).id();
            long hidden =
                    way.run(tickets.privateFollowUp(id, "It was the toner")).id();
            long task = way.run(tickets.task(id, "Bring a bucket")
                            .technician(self)
                            .technicianGroup(group)
                            .makePrivate()
                            .planned(LocalDateTime.of(2030, 1, 2, 10, 0), LocalDateTime.of(2030, 1, 2, 11, 30)))
                    .id();
            long done = way.run(tickets.task(id, "Call someone").done().timeSpent(Duration.ofMinutes(5)))
                    .id();
            long file = added(
                    "Document",
                    way.run(session.documents()
                                    .upload("photo.txt", "smoke".getBytes(StandardCharsets.UTF_8))
                                    .linkTo("Ticket", id))
                            .id());
            long approval =
                    way.run(tickets.requestApproval(id, self, "A new printer?")).id();
            way.run(tickets.approve(approval, "Yes"));
            long solution = way.run(tickets.solve(id, "It is out")).id();
            assertThat(status(way, session, "Ticket", id)).isEqualTo(ItilStatus.SOLVED);

            Timeline timeline = way.run(tickets.timeline(id));
            assertThat(timeline.unreadable()).isEmpty();
            assertThat(timeline.entries(Kind.FOLLOW_UP))
                    .extracting(TimelineEntry::id, TimelineEntry::content, TimelineEntry::isPrivate)
                    .containsExactly(
                            tuple(followUp, "Water is on its way", false), tuple(hidden, "It was the toner", true));
            assertThat(timeline.entries(Kind.TASK))
                    .extracting(TimelineEntry::id)
                    .containsExactly(task, done);
            assertThat(timeline.entries(Kind.TASK).get(0).item().number("actiontime"))
                    .hasValue(5400);
            assertThat(timeline.entries(Kind.TASK).get(0).isPrivate()).isTrue();
            assertThat(timeline.entries(Kind.TASK).get(1).item().number("state"))
                    .hasValue(2);
            assertThat(timeline.entries(Kind.APPROVAL_REQUEST, Kind.APPROVAL_ANSWER))
                    .extracting(TimelineEntry::kind, TimelineEntry::content)
                    .containsExactly(
                            tuple(Kind.APPROVAL_REQUEST, "A new printer?"), tuple(Kind.APPROVAL_ANSWER, "Yes"));
            assertThat(timeline.entries(Kind.DOCUMENT))
                    .extracting(TimelineEntry::id)
                    .containsExactly(document, file);
            assertThat(timeline.entries(Kind.SOLUTION)).singleElement().satisfies(entry -> {
                assertThat(entry.id()).isEqualTo(solution);
                assertThat(entry.userId()).hasValue(self);
            });
            assertThat(timeline.entries())
                    .extracting(entry -> entry.date().orElseThrow())
                    .isSorted();

            assertThat(way.run(session.search("Ticket")
                                    .where(field("name")
                                            .contains(mark)
                                            .and(field("status").is(ItilStatus.SOLVED.code()))))
                            .rows())
                    .extracting(Item::id)
                    .containsExactly(id);
            way.run(tickets.acceptSolution(id, ""));
            assertThat(status(way, session, "Ticket", id)).isEqualTo(ItilStatus.CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesAndProblemsWorkLikeTickets(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            long self = self(session);
            long group = newGroup(session);
            for (Map.Entry<String, ItilObjects> type : Map.of(
                            "Change", session.changes(), "Problem", session.problems())
                    .entrySet()) {
                ItilObjects objects = type.getValue();
                OpenedItilObject opened = way.run(objects.open(mark, "a description")
                        .requester(user(self))
                        .assigned(group(group))
                        .priority(6));
                long id = added(type.getKey(), opened.id());
                assertThat(opened.unconfirmed()).isEmpty();
                assertThat(way.run(session.items(type.getKey()).get(id)).number("priority"))
                        .hasValue(6);
                way.run(objects.addActor(id, ActorRole.OBSERVER, user(self)));
                assertThat(way.run(objects.actors(id)))
                        .containsEntry(ActorRole.REQUESTER, List.of(user(self)))
                        .containsEntry(ActorRole.ASSIGNED, List.of(group(group)))
                        .containsEntry(ActorRole.OBSERVER, List.of(user(self)));
                way.run(objects.followUp(id, "follow-up"));
                way.run(objects.task(id, "task"));
                way.run(objects.setStatus(id, ItilStatus.ACCEPTED));
                assertThat(status(way, session, type.getKey(), id)).isEqualTo(ItilStatus.ACCEPTED);
                way.run(objects.solve(id, "solution"));
                assertThat(way.run(objects.timeline(id)).entries())
                        .extracting(TimelineEntry::kind)
                        .containsExactlyInAnyOrder(Kind.FOLLOW_UP, Kind.TASK, Kind.SOLUTION);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatGlpiIgnoresIsReported(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            Tickets tickets = session.tickets();
            OpenedItilObject opened = way.run(tickets.open(mark, "a description")
                    .requester(user(self(session)), user(NO_SUCH_ID))
                    .assigned(group(NO_SUCH_ID), supplier(NO_SUCH_ID)));
            added("Ticket", opened.id());
            assertThat(opened.unconfirmed())
                    .containsExactlyInAnyOrder(
                            "requester user " + NO_SUCH_ID,
                            "assigned group " + NO_SUCH_ID,
                            "assigned supplier " + NO_SUCH_ID);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusalsAreExceptions(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            Tickets tickets = session.tickets();
            long self = self(session);
            long id = added("Ticket", open(way, tickets, mark));
            assertRefused(() -> way.run(tickets.followUp(NO_SUCH_ID, "hello")), ErrorCodes.ADD_REFUSED);
            assertRefused(() -> way.run(tickets.followUp(id, "")), ErrorCodes.ADD_REFUSED);
            assertRefused(
                    () -> way.run(tickets.addActor(id, ActorRole.ASSIGNED, user(NO_SUCH_ID))), ErrorCodes.ADD_REFUSED);
            way.run(tickets.addActor(id, ActorRole.ASSIGNED, user(self)));
            assertRefused(() -> way.run(tickets.addActor(id, ActorRole.ASSIGNED, user(self))), ErrorCodes.ADD_REFUSED);
            assertRefused(() -> way.run(tickets.answerSatisfaction(id, 3, "")), ErrorCodes.UPDATE_REFUSED);
            assertRefused(
                    () -> way.run(tickets.open(mark, "text").requester(email("two@@example.com"))),
                    ErrorCodes.ADD_REFUSED);
            assertRefused(() -> way.run(tickets.acceptSolution(id, "too early")), ErrorCodes.NOT_CONFIRMED);
            way.run(tickets.solve(id, "solved"));
            assertRefused(() -> way.run(tickets.solve(id, "again")), ErrorCodes.ADD_REFUSED);
            way.run(tickets.rejectSolution(id, "It burns again"));
            assertThat(status(way, session, "Ticket", id)).isNotEqualTo(ItilStatus.SOLVED);
            assertThatExceptionOfType(GlpiNotFoundException.class)
                    .isThrownBy(() -> way.run(tickets.timeline(NO_SUCH_ID)));
        }
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatExceptionOfType(GlpiApiException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @EnumSource
    void statusIsChangedLinkedAndRated(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            Tickets tickets = session.tickets();
            long id = added("Ticket", open(way, tickets, mark));
            long other = added("Ticket", open(way, tickets, mark));
            way.run(tickets.setStatus(id, ItilStatus.PENDING));
            assertThat(status(way, session, "Ticket", id)).isEqualTo(ItilStatus.PENDING);

            way.run(tickets.link(id, TicketLink.DUPLICATES, other));
            assertThat(way.run(session.items("Ticket_Ticket").list().where("tickets_id_2", "^" + other + "$"))
                            .rows())
                    .singleElement()
                    .satisfies(link -> {
                        assertThat(link.number("tickets_id_1")).hasValue(id);
                        assertThat(link.number("link")).hasValue(TicketLink.DUPLICATES.code());
                    });

            way.run(session.items("TicketSatisfaction")
                    .add(Map.of("tickets_id", id, "type", 1, "date_begin", LocalDateTime.of(2026, 1, 2, 3, 4))));
            assertThat(way.run(tickets.answerSatisfaction(id, 4, "good")).id()).isEqualTo(id);
            assertThat(way.run(session.items("Ticket").of(id).list("TicketSatisfaction"))
                            .rows())
                    .singleElement()
                    .satisfies(survey -> {
                        assertThat(survey.number("satisfaction")).hasValue(4);
                        assertThat(survey.text("comment")).contains("good");
                    });
        }
    }

    /** GLPI 11 reports success for the answer of a user who was not asked; GLPI 10 accepts it. */
    @ParameterizedTest
    @EnumSource
    void anAnswerThatCountsForNothingIsNotASuccess(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            Tickets tickets = session.tickets();
            long other = session.items("User").list().range(0, 20).execute().rows().stream()
                    .map(Item::id)
                    .filter(id -> id != self(session))
                    .findFirst()
                    .orElseThrow();
            long id = added("Ticket", open(way, tickets, mark));
            long approval = way.run(tickets.requestApproval(id, other, "")).id();
            boolean failed = false;
            try {
                way.run(tickets.refuse(approval, "no"));
            } catch (GlpiException e) {
                failed = true;
                assertThat(e)
                        .isInstanceOfSatisfying(
                                GlpiApiException.class,
                                refused -> assertThat(refused.code()).isEqualTo(ErrorCodes.NOT_CONFIRMED));
            }
            assertThat(way.run(session.items("TicketValidation").get(approval))
                            .number("status")
                            .orElseThrow())
                    .isEqualTo(failed ? 2 : 4);
        }
    }
}
