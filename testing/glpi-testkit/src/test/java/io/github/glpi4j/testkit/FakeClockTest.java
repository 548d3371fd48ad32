package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The clock that tests advance. */
class FakeClockTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void advancesInAllZones() {
        FakeClock clock = FakeClock.at(NOON);
        Clock paris = clock.withZone(ZoneId.of("Europe/Paris"));

        clock.advance(Duration.ofMinutes(25));
        clock.advance(Duration.ofMinutes(-5));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1200));
        assertThat(paris.instant()).isEqualTo(clock.instant());
        assertThat(paris.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock).hasToString("FakeClock[2026-11-24T12:20:00Z]");
    }

    @Test
    void sessionsExpireByTheClock() {
        FakeClock clock = FakeClock.at(NOON);
        try (FakeGlpi glpi = FakeGlpi.builder().clock(clock).start()) {
            String token = Wire.get(glpi.url() + "/initSession")
                    .basic("glpi", "glpi")
                    .send()
                    .sessionToken();
            Wire call = Wire.get(glpi.url() + "/getActiveEntities").header("Session-Token", token);

            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofMinutes(23));
                assertThat(call.send().outcome()).isEqualTo("200");
            }
            clock.advance(Duration.ofMinutes(24));
            assertThat(call.send().outcome()).isEqualTo("401 ERROR_SESSION_TOKEN_INVALID");
        }
    }
}
