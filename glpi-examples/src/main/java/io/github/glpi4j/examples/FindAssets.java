package io.github.glpi4j.examples;

import static io.github.glpi4j.search.Condition.anyOf;
import static io.github.glpi4j.search.Condition.field;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds computers, users and contracts by conditions. */
public final class FindAssets {

    private FindAssets() {}

    // tag::row[]
    /**
     * A row of a search.
     *
     * @param id the id of the computer
     * @param name its name
     * @param serial its serial number
     */
    public record Machine(long id, String name, String serial) {}
    // end::row[]

    /**
     * Finds the computer with a serial number.
     *
     * @param glpi a client
     * @param serial the complete serial number
     * @return a page of computers
     */
    public static Page<Item> withSerial(GlpiClient glpi, String serial) {
        // tag::serial[]
        Page<Item> found = glpi.session()
                .search("Computer")
                .where(field("serial").hasText(serial))
                .columns("name", "serial")
                .execute();
        // end::serial[]
        return found;
    }

    /**
     * Finds the computer with a MAC address.
     *
     * @param glpi a client
     * @param mac the address, such as {@code 00:1b:63:84:45:e6}
     * @return a page of computers
     */
    public static Page<Item> withMac(GlpiClient glpi, String mac) {
        // tag::mac[]
        Page<Item> found = glpi.session()
                .search("Computer")
                .where(field("NetworkPort.mac").hasText(mac))
                .columns("name", "NetworkPort.mac")
                .execute();
        // end::mac[]
        return found;
    }

    /**
     * Finds the computers that no one uses.
     *
     * @param glpi a client
     * @return a page of computers
     */
    public static Page<Item> withoutUser(GlpiClient glpi) {
        // tag::without-user[]
        Page<Item> free = glpi.session()
                .search("Computer")
                .where(field("User.name").is(0))
                .columns("name", "serial")
                .execute();
        // end::without-user[]
        return free;
    }

    /**
     * Finds the computers on which a software is installed.
     *
     * @param glpi a client
     * @param software a part of its name
     * @return a page of computers
     */
    public static Page<Item> withSoftware(GlpiClient glpi, String software) {
        // tag::software[]
        Page<Item> installed = glpi.session()
                .search("Computer")
                .where(field("Software", "name").contains(software))
                .columns("name")
                .execute();
        // end::software[]
        return installed;
    }

    /**
     * Finds the computers of an entity and of the entities below it.
     *
     * @param glpi a client
     * @param entity the id of the entity
     * @return a page of computers
     */
    public static Page<Item> ofEntity(GlpiClient glpi, long entity) {
        // tag::entity[]
        Page<Item> found = glpi.session()
                .search("Computer")
                .where(field("Entity.completename").isUnder(entity))
                .columns("name", "Entity.completename")
                .execute();
        // end::entity[]
        return found;
    }

    /**
     * Reads rows as objects of a class.
     *
     * @param glpi a client
     * @return a page of computers
     */
    public static Page<Machine> machines(GlpiClient glpi) {
        // tag::typed[]
        Page<Machine> machines = glpi.session()
                .search("Computer", Machine.class)
                .columns("name", "serial")
                .execute();
        // end::typed[]
        return machines;
    }

    /**
     * Finds the members of a group.
     *
     * @param glpi a client
     * @param group the id of the group
     * @return a page of users
     */
    public static Page<Item> members(GlpiClient glpi, long group) {
        // tag::members[]
        Page<Item> members = glpi.session()
                .search("User")
                .where(field("Group_User.Group.completename").is(group))
                .columns("name", "realname", "firstname")
                .execute();
        // end::members[]
        return members;
    }

    /**
     * Finds the users with a phone number.
     *
     * @param glpi a client
     * @param extension the last digits of the number
     * @return a page of users
     */
    public static Page<Item> withPhone(GlpiClient glpi, String extension) {
        // tag::phone[]
        Page<Item> found = glpi.session()
                .search("User")
                .where(anyOf(field("phone").endsWith(extension), field("mobile").endsWith(extension)))
                .columns("name", "phone", "mobile")
                .execute();
        // end::phone[]
        return found;
    }

    /**
     * Finds the contracts that end before a day.
     *
     * @param glpi a client
     * @param day the day
     * @return the contracts
     */
    public static List<Item> contractsThatEndBefore(GlpiClient glpi, LocalDate day) {
        // tag::contracts[]
        try (Stream<Item> contracts = glpi.session().items("Contract").all().stream()) {
            return contracts
                    .filter(contract -> contract.date("begin_date")
                            .map(begin ->
                                    begin.plusMonths(contract.number("duration").orElse(0)))
                            .filter(end -> end.isBefore(day))
                            .isPresent())
                    .toList();
        }
        // end::contracts[]
    }

    /**
     * Writes all computers as CSV.
     *
     * @param glpi a client
     * @param out the destination
     */
    public static void writeCsv(GlpiClient glpi, Writer out) {
        // tag::csv[]
        List<String> columns = List.of("id", "name", "serial");
        try (Stream<Item> rows = glpi.session().search("Computer").columns("name", "serial").all().byId().stream()) {
            rows.forEach(row -> writeLine(
                    out,
                    columns.stream()
                            .map(column -> row.text(column).orElse(""))
                            .map(text -> '"' + text.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(","))));
        }
        // end::csv[]
    }

    private static void writeLine(Writer out, String line) {
        try {
            out.write(line + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
