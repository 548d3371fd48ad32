package io.github.glpi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a command left behind. */
record CliOutcome(int exitCode, String out, String err) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Standard output, which has to be one object on one line and nothing else. */
    JsonNode json() {
        assertThat(out).as("standard output; error: %s", err).endsWith("}\n").containsOnlyOnce("\n");
        try {
            return MAPPER.readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException(out, e);
        }
    }

    /** As JSON after success. */
    JsonNode success() {
        assertThat(exitCode).as("%s%s", out, err).isZero();
        assertThat(err).isEmpty();
        return json();
    }

    /** The error as JSON. */
    JsonNode failure(int expectedExitCode) {
        assertThat(exitCode).as("%s%s", out, err).isEqualTo(expectedExitCode);
        assertThat(err).isEmpty();
        assertThat(json().fieldNames()).toIterable().containsExactly("error");
        return json().path("error");
    }

    /** The error as a person sees it. */
    String errorText(int expectedExitCode) {
        assertThat(exitCode).as("%s%s", out, err).isEqualTo(expectedExitCode);
        assertThat(out).isEmpty();
        assertThat(err).doesNotContain("\tat ");
        return err;
    }
}
