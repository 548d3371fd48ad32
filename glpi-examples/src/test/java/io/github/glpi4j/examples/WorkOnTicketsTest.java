package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.ticket.ItilStatus;
import io.github.glpi4j.ticket.OpenedItilObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** The examples of {@code docs/tickets.md} and of massive actions, on GLPI 10 and 11. */
@Timeout(120)
class WorkOnTicketsTest {

    private FakeGlpi fake;
    private GlpiClient glpi;

    @BeforeEach
    void start(RepetitionInfo repetition) {
        fake = FakeGlpi.builder()
                .version(repetition.getCurrentRepetition() == 1 ? "10.0.19" : "11.0.6")
                .start();
        glpi = GlpiClient.builder(fake.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .transport("apache")
                .build();
    }

    @AfterEach
    void close() {
        glpi.close();
        fake.close();
    }

    private long status(long ticket) {
        return glpi.session()
                .items("Ticket")
                .get(ticket)
                .execute()
                .number("status")
                .orElseThrow();
    }

    @RepeatedTest(2)
    void ticketIsOpenedWorkedOnAndPurged() {
        int me = fake.user("glpi").orElseThrow().id();
        int group = fake.addItem("Group", Map.of("name", "Desk", "is_assign", 1));
        int computer = fake.addItem("Computer", Map.of("name", "print-server"));

        OpenedItilObject opened = WorkOnTickets.open(glpi, me, group, computer);
        long id = opened.id();
        assertThat(opened.unconfirmed()).isEmpty();
        assertThat(WorkOnTickets.open(glpi, me, 999, computer).unconfirmed()).containsExactly("assigned group 999");

        WorkOnTickets.hold(glpi, id);
        assertThat(status(id)).isEqualTo(ItilStatus.PENDING.code());
        WorkOnTickets.approve(glpi, id, me);
        WorkOnTickets.workOn(glpi, id, me);
        assertThat(status(id)).isEqualTo(ItilStatus.CLOSED.code());
        assertThat(WorkOnTickets.history(glpi, id))
                .contains("APPROVAL_ANSWER: Yes", "FOLLOW_UP: It was the toner.", "TASK: Bring a bucket");

        long copy = WorkOnTickets.open(glpi, me, group, computer).id();
        assertThat(WorkOnTickets.link(glpi, copy, id))
                .singleElement()
                .satisfies(link -> assertThat(link.number("tickets_id_1")).hasValue(copy));
        fake.addItem("TicketSatisfaction", Map.of("tickets_id", id, "type", 1, "date_begin", "2026-01-02 03:04:05"));
        WorkOnTickets.rate(glpi, id);
        assertThat(fake.items("TicketSatisfaction").values())
                .singleElement()
                .satisfies(survey -> assertThat(survey).containsEntry("comment", "Fast"));
        WorkOnTickets.purge(glpi, id);
        assertThat(fake.items("Ticket")).doesNotContainKey((int) id).containsKey((int) copy);
        assertThat(WorkOnTickets.openProblem(glpi, group)).isPositive();
    }

    @RepeatedTest(2)
    void massiveActionsHaveAnOutcomeForEachItem() {
        long one = fake.addItem("Computer", Map.of("name", "one", "comment", "old"));
        long other = fake.addItem("Computer", Map.of("name", "other"));

        assertThat(WorkOnTickets.amend(glpi, List.of(one, 999L, other)).outcomes())
                .extracting(outcome -> outcome.status().name())
                .containsExactly("OK", "KO", "OK");
        assertThat(fake.items("Computer").get((int) one)).containsEntry("comment", "old\n\nmoved to Lyon");
        assertThat(WorkOnTickets.comment(glpi, List.of(one)).isComplete()).isTrue();
        assertThat(fake.items("Computer").get((int) one)).containsEntry("comment", "moved to Lyon");
    }
}
