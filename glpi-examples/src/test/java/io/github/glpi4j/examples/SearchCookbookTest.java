package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.testkit.FakeEntity;
import io.github.glpi4j.testkit.FakeGlpi;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** Each recipe of {@code docs/search.md} finds the rows that it is for, and no others, on GLPI 10 and 11. */
@Timeout(120)
class SearchCookbookTest {

    private static final int CLOSED = 6;

    private FakeGlpi fake;
    private GlpiClient glpi;

    /** The user {@code glpi} of a new GLPI. */
    private int me;

    @AfterEach
    void close() {
        glpi.close();
        fake.close();
    }

    @BeforeEach
    void start(RepetitionInfo repetition) {
        fake = FakeGlpi.builder()
                .version(repetition.getCurrentRepetition() == 1 ? "10.0.19" : "11.0.6")
                .entity(FakeEntity.of(31, "Lyon", 0))
                .entity(FakeEntity.of(32, "Croix-Rousse", 31))
                .start();
        glpi = GlpiClient.builder(fake.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .transport("apache")
                .build();
        me = fake.user("glpi").orElseThrow().id();
    }

    private int add(String type, Object... fields) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], fields[i + 1]);
        }
        return fake.addItem(type, values);
    }

    private int ticket(String name, Object... fields) {
        List<Object> all = new ArrayList<>(List.of("name", name, "status", 1, "entities_id", 0));
        all.addAll(List.of(fields));
        return add("Ticket", all.toArray());
    }

    private int computer(String name, Object... fields) {
        List<Object> all = new ArrayList<>(List.of("name", name, "entities_id", 0));
        all.addAll(List.of(fields));
        return add("Computer", all.toArray());
    }

    private static List<String> names(Page<Item> page) {
        return page.rows().stream().map(row -> row.text("name").orElse("?")).toList();
    }

    @RepeatedTest(2)
    void findsTicketsByTheirActors() {
        int network = add("Group", "name", "Network");
        int desk = add("Group", "name", "Desk");
        int open = ticket("of the network", "status", 2, "urgency", 5);
        int closed = ticket("of the network, closed", "status", CLOSED, "urgency", 3);
        int asked = ticket("asked for by the network", "urgency", 5);
        int other = ticket("of the desk", "urgency", 5);
        int mine = ticket("mine", "urgency", 5);
        ticket("unassigned, closed", "status", CLOSED);
        add("Group_Ticket", "tickets_id", open, "groups_id", network, "type", 2);
        add("Group_Ticket", "tickets_id", closed, "groups_id", network, "type", 2);
        add("Group_Ticket", "tickets_id", asked, "groups_id", network, "type", 1);
        add("Group_Ticket", "tickets_id", other, "groups_id", desk, "type", 2);
        add("Ticket_User", "tickets_id", mine, "users_id", me, "type", 2);
        add("Ticket_User", "tickets_id", other, "users_id", me, "type", 1);

        assertThat(names(FindTickets.ofGroup(glpi, network))).containsExactly("of the network");
        assertThat(names(FindTickets.assignedToMe(glpi))).containsExactly("mine");
        assertThat(FindTickets.unassigned(glpi))
                .extracting(ticket -> ticket.text("name").orElse("?"))
                .containsExactly("asked for by the network");
        assertThat(names(FindTickets.urgentOfEither(glpi, network, desk)))
                .containsExactly("of the network", "of the desk");
        assertThat(FindTickets.countOpen(glpi)).isEqualTo(4);
    }

    @RepeatedTest(2)
    void findsTicketsByTheirDates() {
        ticket(
                "late",
                "priority",
                3,
                "date",
                "2026-01-02 00:00:00",
                "date_mod",
                "2026-03-01 10:00:00",
                "time_to_resolve",
                "2020-01-01 00:00:00");
        ticket(
                "in time",
                "priority",
                5,
                "date",
                "2026-01-03 00:00:00",
                "date_mod",
                "2026-03-01 09:00:00",
                "time_to_resolve",
                "2190-01-01 00:00:00");
        ticket(
                "late but closed",
                "status",
                CLOSED,
                "priority",
                3,
                "date",
                "2026-01-01 00:00:00",
                "date_mod",
                "2026-03-01 11:00:00",
                "time_to_resolve",
                "2020-01-01 00:00:00");
        ticket("deleted", "is_deleted", 1);

        assertThat(names(FindTickets.changedSince(glpi, LocalDateTime.of(2026, 3, 1, 9, 0))))
                .containsExactly("late", "late but closed");
        assertThat(names(FindTickets.overdue(glpi))).containsExactly("late");
        assertThat(names(FindTickets.byPriority(glpi))).containsExactly("in time", "late but closed", "late");
        assertThat(names(FindTickets.inTrash(glpi))).containsExactly("deleted");
    }

    @RepeatedTest(2)
    void readsMoreThanAPage() {
        for (int i = 0; i < 250; i++) {
            ticket("t" + i, "status", i % 2 == 0 ? CLOSED : 1);
        }
        int office = ticket("with a computer", "status", 2);
        ticket("printer jam", "status", 2);
        add("Item_Ticket", "tickets_id", office, "itemtype", "Computer", "items_id", computer("office-1"));

        assertThat(FindTickets.titles(glpi)).hasSize(252).doesNotHaveDuplicates();
        List<Long> archived = new ArrayList<>();
        FindTickets.archiveClosed(glpi, ticket -> {
            archived.add(ticket.id());
            glpi.session().items("Ticket").delete(ticket.id()).purge().execute();
        });
        assertThat(archived).hasSize(125);
        assertThat(FindTickets.titles(glpi)).hasSize(127);
        assertThat(FindTickets.ofComputer(glpi, "office")).containsExactly("with a computer");
        assertThat(names(FindTickets.aboutPrinters(glpi))).containsExactly("printer jam");
    }

    @RepeatedTest(2)
    void findsComputers() {
        int used = computer("used", "serial", "853", "users_id", me);
        int free = computer("free", "serial", "2853", "entities_id", 32);
        computer("say \"hi\"", "serial", "8531", "users_id", me, "entities_id", 31);
        add("NetworkPort", "itemtype", "Computer", "items_id", free, "mac", "00:1b:63:84:45:e6");
        add("NetworkPort", "itemtype", "Computer", "items_id", used, "mac", "00:1b:63:84:45:e7");
        int firefox = add("Software", "name", "Firefox");
        int editor = add("Software", "name", "Editor");
        int oldVersion = add("SoftwareVersion", "name", "115", "softwares_id", firefox);
        int other = add("SoftwareVersion", "name", "2", "softwares_id", editor);
        add("Item_SoftwareVersion", "itemtype", "Computer", "items_id", used, "softwareversions_id", oldVersion);
        add("Item_SoftwareVersion", "itemtype", "Computer", "items_id", free, "softwareversions_id", other);

        assertThat(names(FindAssets.withSerial(glpi, "853"))).containsExactly("used");
        assertThat(names(FindAssets.withMac(glpi, "00:1B:63:84:45:E6"))).containsExactly("free");
        assertThat(names(FindAssets.withoutUser(glpi))).containsExactly("free");
        assertThat(names(FindAssets.withSoftware(glpi, "firefox"))).containsExactly("used");
        assertThat(names(FindAssets.ofEntity(glpi, 31))).containsExactly("free", "say \"hi\"");
        assertThat(FindAssets.machines(glpi).rows())
                .contains(new FindAssets.Machine(used, "used", "853"), new FindAssets.Machine(free, "free", "2853"));
        StringWriter csv = new StringWriter();
        FindAssets.writeCsv(glpi, csv);
        assertThat(csv.toString().lines())
                .hasSize(3)
                .startsWith("\"" + used + "\",\"used\",\"853\"")
                .anyMatch(line -> line.contains("\"say \"\"hi\"\"\""));
    }

    @RepeatedTest(2)
    void findsUsersAndContracts() {
        int group = add("Group", "name", "Network");
        add("Group_User", "groups_id", group, "users_id", me);
        glpi.session()
                .items("User")
                .update(me, Map.of("phone", "+33 4 72 00 47 11"))
                .execute();
        add("Contract", "name", "ends in March", "begin_date", "2025-03-15", "duration", 12);
        add("Contract", "name", "ends in May", "begin_date", "2025-05-15", "duration", 12);
        add("Contract", "name", "never ends");

        assertThat(names(FindAssets.members(glpi, group))).containsExactly("glpi");
        assertThat(names(FindAssets.withPhone(glpi, "4711"))).isEmpty();
        assertThat(names(FindAssets.withPhone(glpi, "47 11"))).containsExactly("glpi");
        assertThat(FindAssets.contractsThatEndBefore(glpi, LocalDate.of(2026, 4, 1)))
                .extracting(contract -> contract.text("name").orElse(""))
                .containsExactly("ends in March");
    }
}
