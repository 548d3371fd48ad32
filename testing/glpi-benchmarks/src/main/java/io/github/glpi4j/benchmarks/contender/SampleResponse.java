package io.github.glpi4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The two answers of a recorded GLPI 10.0.19 that are measured. */
public enum Answer {
    /** A session token alone. */
    SMALL("/initSession", "small.json"),
    /** The token with all that is in the session, 4.7 KB. */
    FULL("/initSession?get_full_session=true", "full.json");

    private final String target;
    private final String resource;

    Answer(String target, String resource) {
        this.target = target;
        this.resource = resource;
    }

    /** Path and query below the base URL. */
    String target() {
        return target;
    }

    boolean full() {
        return this == FULL;
    }

    /** The JSON as GLPI sent it. */
    byte[] body() {
        try (InputStream in = Objects.requireNonNull(Answer.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
