package io.github.glpi4j.cli;

import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTransportException;

/** What the exit code tells a script. */
final class ExitCode {

    static final int DONE = 0;

    /** Something nobody expected: a bug here, or a GLPI that let in who should stay out. */
    static final int UNEXPECTED = 1;

    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int NO_ANSWER = 4;
    static final int UNREADABLE_ANSWER = 5;
    static final int CONFIGURATION = 6;

    private ExitCode() {}

    /** For a check of a diagnosis that failed: on the way to the server, at the server, or at GLPI's doors. */
    static int ofCheck(String name) {
        return switch (name) {
            case "name", "tcp", "tls", "http" -> NO_ANSWER;
            case "glpi" -> UNREADABLE_ANSWER;
            default -> REFUSED;
        };
    }

    static int of(Throwable failure) {
        if (failure instanceof UsageException || failure instanceof IllegalArgumentException) {
            return USAGE;
        }
        if (failure instanceof GlpiApiException) {
            return REFUSED;
        }
        if (failure instanceof GlpiTransportException) {
            return NO_ANSWER;
        }
        if (failure instanceof GlpiProtocolException) {
            return UNREADABLE_ANSWER;
        }
        if (failure instanceof GlpiConfigurationException) {
            return CONFIGURATION;
        }
        return UNEXPECTED;
    }
}
