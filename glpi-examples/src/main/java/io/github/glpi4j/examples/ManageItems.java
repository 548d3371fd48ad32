package io.github.glpi4j.examples;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.BulkResult;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Items;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Creates, reads, changes and deletes items. */
public final class ManageItems {

    private ManageItems() {}

    /**
     * Creates a computer, changes it, and lists all that are named alike.
     *
     * @param glpi a client
     * @return the id of the new computer
     */
    public static long addAndList(GlpiClient glpi) {
        // tag::first-items[]
        Items<Item> computers = glpi.session().items("Computer");

        long id = computers
                .add(Map.of("name", "lab-17", "serial", "S1"))
                .execute()
                .id();
        Item computer = computers.get(id).expandDropdowns().execute();
        computers.update(computer.with("comment", "moved")).execute();

        try (Stream<Item> lab = computers.list().where("name", "lab-").all().stream()) {
            lab.forEach(item -> System.out.println(item.text("name").orElse("?")));
        }
        // end::first-items[]
        return id;
    }

    /**
     * Adds a follow-up to a ticket, as an item like any other.
     *
     * @param glpi a client
     * @param ticket the id of the ticket
     * @return the id of the follow-up
     */
    public static long followUp(GlpiClient glpi, long ticket) {
        // tag::followup[]
        long id = glpi.session()
                .items("ITILFollowup")
                .add(Map.of("itemtype", "Ticket", "items_id", ticket, "content", "called back"))
                .execute()
                .id();
        // end::followup[]
        return id;
    }

    /**
     * Creates any number of computers, and reports those that GLPI has not confirmed.
     *
     * @param glpi a client
     * @param rows the fields of each computer
     * @return the ids of the new computers
     */
    public static List<Long> addMany(GlpiClient glpi, List<Map<String, String>> rows) {
        // tag::bulk[]
        BulkResult result = glpi.session().items("Computer").addAll(rows).execute();
        for (int i = 0; i < rows.size(); i++) {
            BulkResult.Outcome outcome = result.outcomes().get(i);
            switch (outcome.status()) {
                case DONE ->
                    System.out.println(rows.get(i) + " has id " + outcome.id().getAsLong());
                case REFUSED, NOT_SENT -> System.out.println(rows.get(i) + " failed: " + outcome.message());
                case UNKNOWN -> System.out.println("look for " + rows.get(i) + " in GLPI: " + outcome.message());
            }
        }
        // end::bulk[]
        return result.ids();
    }

    /**
     * Deletes a computer for good.
     *
     * @param glpi a client
     * @param id the id of the computer
     */
    public static void purge(GlpiClient glpi, long id) {
        // tag::purge[]
        glpi.session().items("Computer").delete(id).purge().execute();
        // end::purge[]
    }

    /**
     * Calls an endpoint of a plugin.
     *
     * @param glpi a client
     * @return its response in JSON
     */
    public static String callPlugin(GlpiClient glpi) {
        // tag::raw-request[]
        String json = glpi.session()
                .request("GET", "search/Computer")
                .query("criteria[0][field]", "1")
                .query("criteria[0][searchtype]", "contains")
                .query("criteria[0][value]", "lab")
                .repeatable()
                .execute();
        // end::raw-request[]
        return json;
    }
}
