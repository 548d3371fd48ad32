package io.github.glpi4j.it.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The violations found in a race; thread-safe. */
final class Findings {

    private static final int MOST_SHOWN = 20;
    private static final int MOST_FRAMES = 12;

    private final String race;
    private final List<String> found = new CopyOnWriteArrayList<>();

    /**
     * @param race its engine and its seed
     */
    Findings(String race) {
        this.race = race;
    }

    void check(boolean holds, String finding, @Nullable Object... details) {
        if (!holds) {
            add(finding + " " + Arrays.asList(details), null);
        }
    }

    void add(String finding, @Nullable Throwable cause) {
        StringBuilder text = new StringBuilder(finding);
        for (Throwable next = cause; next != null; next = next.getCause()) {
            text.append("\n    ").append(next);
            Arrays.stream(next.getStackTrace())
                    .limit(MOST_FRAMES)
                    .forEach(frame -> text.append("\n        at ").append(frame));
        }
        found.add(text.toString());
    }

    void assertNone() {
        assertThat(found.stream().limit(MOST_SHOWN).toList())
                .as("%s: %d findings", race, found.size())
                .isEmpty();
    }
}
