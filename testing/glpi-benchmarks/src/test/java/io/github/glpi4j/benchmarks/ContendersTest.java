package io.github.glpi4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.benchmarks.contender.Contender;
import io.github.glpi4j.benchmarks.contender.Library;
import io.github.glpi4j.benchmarks.contender.SampleResponse;
import io.github.glpi4j.benchmarks.contender.SessionValues;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The comparison is fair only if everybody reads the same and rejects the same. */
class ContendersTest {

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void readsTheSame(Library library) throws Exception {
        try (Contender contender = library.create(server.fast(), 2)) {
            assertThat(contender.open(SampleResponse.SMALL))
                    .isEqualTo(SessionValues.token("206db8cesrl0retj3duatqfb32"));
            assertThat(contender.open(SampleResponse.FULL))
                    .isEqualTo(new SessionValues("6ld0vo3sq9mhjil2fbip0fj8iu", 2, "glpi", 4, "Super-Admin", 0, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectsJsonThatBreaksOffAtItsVeryEnd(Library library) {
        try (Contender contender = library.create(server.broken(), 2)) {
            assertThatThrownBy(() -> contender.open(SampleResponse.SMALL)).isInstanceOf(Exception.class);
            assertThatThrownBy(() -> contender.open(SampleResponse.FULL)).isInstanceOf(Exception.class);
        }
    }
}
