package io.github.glpi4j.benchmarks.item;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.benchmarks.contender.Glpi4j;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Items;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** This library. */
record Glpi4jItems(GlpiClient client, Items<Item> computers) implements ItemContender {

    private static final int CONNECTIONS = 20;

    static Glpi4jItems on(String transport, URI base) {
        GlpiClient client = Glpi4j.client(transport, base, CONNECTIONS);
        return new Glpi4jItems(client, client.session(SESSION_TOKEN).items("Computer"));
    }

    @Override
    public ComputersRead readAll(int pagesInFlight) {
        ComputersRead read = new ComputersRead();
        try (Stream<Item> rows = computers.all().pageSize(PAGE_SIZE).pagesInFlight(pagesInFlight).stream()) {
            rows.forEach(row -> add(row, read));
        }
        return read;
    }

    @Override
    public ComputersRead read(long id) {
        ComputersRead read = new ComputersRead();
        add(computers.get(id).execute(), read);
        return read;
    }

    private static void add(Item row, ComputersRead read) {
        read.add(
                row.id(),
                row.text("name").orElse(""),
                row.text("serial").orElse(""),
                row.number("states_id").orElse(0),
                row.text("date_mod").orElse(""));
    }

    @Override
    public long add(Iterable<NewComputer> newComputers) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (NewComputer computer : newComputers) {
            rows.add(Map.of(
                    "name", computer.name(),
                    "serial", computer.serial(),
                    "states_id", computer.statesId(),
                    "comment", computer.comment()));
        }
        return computers.addAll(rows).chunkSize(CHUNK_SIZE).execute().ids().size();
    }

    @Override
    public void close() {
        client.close();
    }
}
