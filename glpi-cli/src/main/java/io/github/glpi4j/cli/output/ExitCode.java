package io.github.glpi4j.cli.output;

import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.cli.option.UsageException;
import java.io.UncheckedIOException;

/** The exit codes of the commands. */
public final class ExitCode {

    public static final int SUCCESS = 0;

    /** Unexpected: a bug here, or a GLPI that accepted credentials it should refuse. */
    public static final int UNEXPECTED = 1;

    public static final int USAGE = 2;
    public static final int REFUSED = 3;
    public static final int NO_RESPONSE = 4;
    public static final int INVALID_RESPONSE = 5;
    public static final int CONFIGURATION = 6;

    private ExitCode() {}

    /** For a check of a diagnosis that failed: on the way to the server, at the server, or at GLPI's doors. */
    public static int ofCheck(String name) {
        return switch (name) {
            case "name", "tcp", "tls", "http" -> NO_RESPONSE;
            case "glpi" -> INVALID_RESPONSE;
            default -> REFUSED;
        };
    }

    public static int of(Throwable failure) {
        if (failure instanceof UsageException || failure instanceof IllegalArgumentException) {
            return USAGE;
        }
        if (failure instanceof GlpiApiException) {
            return REFUSED;
        }
        // A disk that takes or gives no data, as for the transfers of the library.
        if (failure instanceof GlpiTransportException || failure instanceof UncheckedIOException) {
            return NO_RESPONSE;
        }
        if (failure instanceof GlpiProtocolException) {
            return INVALID_RESPONSE;
        }
        if (failure instanceof GlpiConfigurationException) {
            return CONFIGURATION;
        }
        return UNEXPECTED;
    }
}
