package io.github.glpi4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.benchmarks.item.ComputersRead;
import io.github.glpi4j.benchmarks.item.ItemContender;
import io.github.glpi4j.benchmarks.item.ItemContender.NewComputer;
import io.github.glpi4j.benchmarks.item.ItemLibrary;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The comparison is fair only if all contenders read the same rows in the same order, and reject the same. */
class ItemContendersTest {

    private static final int ROWS = 1_050;

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void allReadTheSameRows() throws Exception {
        Set<ComputersRead> read = new HashSet<>();
        for (ItemLibrary library : ItemLibrary.values()) {
            try (ItemContender contender = library.create(server.computers(ROWS))) {
                read.add(contender.readAll(1));
                read.add(contender.readAll(2));
            }
        }
        assertThat(read).hasSize(1);
        assertThat(read.iterator().next().rows()).isEqualTo(ROWS);
    }

    @Test
    void allReadTheSameItem() throws Exception {
        Set<ComputersRead> read = new HashSet<>();
        for (ItemLibrary library : ItemLibrary.values()) {
            try (ItemContender contender = library.create(server.computers(ROWS))) {
                read.add(contender.read(7));
            }
        }
        assertThat(read).hasSize(1);
        assertThat(read.iterator().next().rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void countsTheItemsThatWereAdded(ItemLibrary library) throws Exception {
        try (ItemContender contender = library.create(server.computers(ROWS))) {
            NewComputer computer = new NewComputer("pc-1", "SN1", 1, "delivered \"today\"");
            assertThat(contender.add(Collections.nCopies(120, computer))).isEqualTo(120);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectsJsonThatBreaksOffAtItsVeryEnd(ItemLibrary library) {
        try (ItemContender contender = library.create(server.brokenComputers(ROWS))) {
            assertThatThrownBy(() -> contender.readAll(1)).isInstanceOf(Exception.class);
            assertThatThrownBy(() -> contender.read(7)).isInstanceOf(Exception.class);
        }
    }
}
