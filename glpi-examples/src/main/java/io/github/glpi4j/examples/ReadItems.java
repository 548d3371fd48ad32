package io.github.glpi4j.examples;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the values of items, and complete lists. */
public final class ReadItems {

    private ReadItems() {}

    /**
     * Some fields of a computer.
     *
     * @param id {@code id}
     * @param name {@code name}
     * @param statesId {@code states_id}; 0 for none
     * @param dateMod {@code date_mod}
     * @param isDeleted {@code is_deleted}
     */
    // tag::record[]
    public record Laptop(long id, String name, long statesId, LocalDateTime dateMod, boolean isDeleted) {}
    // end::record[]

    /**
     * Reads the values of a computer.
     *
     * @param glpi a client
     * @param id the id of the computer
     * @return a line of text
     */
    public static String values(GlpiClient glpi, long id) {
        // tag::values[]
        Item computer = glpi.session().items("Computer").get(id).execute();
        String name = computer.text("name").orElse("unnamed");
        long state = computer.number("states_id").orElse(0);
        boolean deleted = computer.bool("is_deleted");
        String changed =
                computer.dateTime("date_mod").map(LocalDateTime::toString).orElse("never");
        // end::values[]
        return name + ", state " + state + ", deleted " + deleted + ", changed " + changed;
    }

    /**
     * {@return a computer with names and lists}
     *
     * @param glpi a client
     * @param id the id of the computer
     */
    public static Item details(GlpiClient glpi, long id) {
        // tag::get[]
        Item computer = glpi.session()
                .items("Computer")
                .get(id)
                .expandDropdowns() // names instead of ids
                .with("documents", "logs") // lists of what belongs to it
                .execute();
        // end::get[]
        return computer;
    }

    /**
     * {@return how much is on one page of computers}
     *
     * @param glpi a client
     */
    public static String page(GlpiClient glpi) {
        // tag::list[]
        Page<Item> page = glpi.session()
                .items("Computer")
                .list()
                .where("name", "lab-")
                .sortBy("date_mod")
                .descending()
                .range(0, 49)
                .execute();
        List<Item> computers = page.rows();
        OptionalLong total = page.total(); // how many there are in all, if GLPI reports it
        boolean last = page.isLast(); // whether no rows follow
        // end::list[]
        return computers.size() + " of " + total.orElse(-1) + (last ? ", the last" : "");
    }

    /**
     * Reads a computer as an object of a class of one's own.
     *
     * @param glpi a client
     * @param id the id of the computer
     * @return the computer
     */
    public static Laptop asRecord(GlpiClient glpi, long id) {
        // tag::as-record[]
        Laptop laptop = glpi.session().items("Computer", Laptop.class).get(id).execute();
        // end::as-record[]
        return laptop;
    }

    /**
     * Counts the computers that have a serial number. Waits for GLPI.
     *
     * @param glpi a client
     * @return how many there are
     */
    public static long countSerials(GlpiClient glpi) {
        // tag::stream[]
        try (Stream<Item> computers = glpi.session().items("Computer").all().stream()) {
            return computers
                    .filter(computer -> !computer.text("serial").orElse("").isEmpty())
                    .count();
        }
        // end::stream[]
    }

    /**
     * Passes all computers on, while others add and delete some.
     *
     * @param glpi a client
     * @param archive takes the computers
     */
    public static void archive(GlpiClient glpi, Consumer<Item> archive) {
        // tag::by-id[]
        try (Stream<Item> computers = glpi.session().items("Computer").all().byId().stream()) {
            computers.forEach(archive);
        }
        // end::by-id[]
    }

    /**
     * Passes all computers to a subscriber, as fast as it requests them. Never blocks.
     *
     * @param glpi a client
     * @param subscriber a subscriber of an application or of a reactive library
     */
    public static void publish(GlpiClient glpi, Flow.Subscriber<Item> subscriber) {
        // tag::publisher[]
        Flow.Publisher<Item> computers = glpi.session().items("Computer").all().publisher();
        computers.subscribe(subscriber);
        // end::publisher[]
    }
}
