package io.github.glpi4j.it.race;

import io.github.glpi4j.GlpiClient;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A client that many threads use at a time, while calls are aborted, sessions end and the client is closed: calls that
 * are not aborted get their own answers, the client works in the profile it believes in, and leaves nothing behind.
 *
 * <p>A seed says what is done, not how the threads are interleaved. {@code -Dglpi4j.race.seed=17} runs one alone.
 */
@Timeout(300)
class RaceTest {

    private static Glpi glpi;
    private static ExternalVertx vertx;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        glpi = new Glpi();
        vertx = new ExternalVertx(glpi.fake().port());
        openWhatStaysOpenForEver();
    }

    /** The JDK and the engines open some things once per JVM. */
    private static void openWhatStaysOpenForEver() {
        glpi.reset(0);
        for (Engine engine : Engine.values()) {
            try (GlpiClient client = engine.client(glpi.url(), 1, vertx)
                    .credentials(glpi.credentials())
                    .build()) {
                client.session().getFullSession().execute();
            }
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource
    void fewSchedules(Engine engine, long seed) throws Exception {
        Race.run(engine, Schedule.of(seed), glpi, vertx, folder);
    }

    static Stream<Arguments> fewSchedules() {
        return schedules(LongStream.rangeClosed(1, 5));
    }

    @Tag("heavy")
    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource
    void manySchedules(Engine engine, long seed) throws Exception {
        Race.run(engine, Schedule.of(seed), glpi, vertx, folder);
    }

    static Stream<Arguments> manySchedules() {
        return schedules(LongStream.rangeClosed(1, 200));
    }

    private static Stream<Arguments> schedules(LongStream seeds) {
        Long one = Long.getLong("glpi4j.race.seed");
        LongStream chosen = one == null ? seeds : LongStream.of(one);
        return chosen.boxed().flatMap(seed -> Arrays.stream(Engine.values()).map(engine -> Arguments.of(engine, seed)));
    }
}
