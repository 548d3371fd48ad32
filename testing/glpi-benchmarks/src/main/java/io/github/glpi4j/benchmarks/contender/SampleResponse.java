package io.github.glpi4j.benchmarks.contender;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The two recorded responses of a GLPI 10.0.19 that are measured. */
public enum SampleResponse {
    /** Only a session token. */
    SMALL("/initSession", "small.json"),
    /** The token with the full session, 4.7 KB. */
    FULL("/initSession?get_full_session=true", "full.json");

    private final String target;
    private final String resource;

    SampleResponse(String target, String resource) {
        this.target = target;
        this.resource = resource;
    }

    /** The path and query below the base URL. */
    public String target() {
        return target;
    }

    public boolean full() {
        return this == FULL;
    }

    /** The JSON as sent by GLPI. */
    public byte[] body() {
        try (InputStream in = Objects.requireNonNull(SampleResponse.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
