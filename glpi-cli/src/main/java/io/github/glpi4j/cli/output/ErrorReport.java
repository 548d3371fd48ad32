package io.github.glpi4j.cli.output;

import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.GlpiPermissionException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.cli.option.UsageException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ParameterException;

/** Reports why a command failed: as text on standard error, or as one JSON object on standard output. */
public final class ErrorReport {

    private final Output out;
    private final PrintStream err;
    private final boolean json;
    private final boolean stackTrace;

    public ErrorReport(PrintStream out, PrintStream err, boolean json, boolean stackTrace) {
        this.out = new Output(out, OptionalInt::empty);
        this.err = err;
        this.json = json;
        this.stackTrace = stackTrace;
    }

    public PrintStream stream() {
        return err;
    }

    /** For a command line that makes no sense. */
    public int report(ParameterException misuse) {
        return report(UsageErrors.explain(misuse));
    }

    /** For a command that failed. */
    public int report(Exception failure) {
        if (json) {
            out.json(Map.of("error", fields(failure)));
        } else {
            new Output(err, OptionalInt::empty).lines(block(failure));
        }
        if (stackTrace) {
            failure.printStackTrace(err);
        }
        return ExitCode.of(failure);
    }

    private static Map<String, Object> fields(Exception failure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type(failure));
        if (failure instanceof GlpiException glpi) {
            glpi.operation().ifPresent(operation -> fields.put("operation", operation));
        }
        if (failure instanceof GlpiApiException refusal) {
            fields.put("status", refusal.status());
            fields.put("code", refusal.code());
        } else if (failure instanceof GlpiProtocolException unreadable) {
            fields.put("status", unreadable.status());
        }
        fields.put("message", problem(failure));
        hint(failure).ifPresent(hint -> fields.put("hint", hint));
        return fields;
    }

    private static List<String> block(Exception failure) {
        List<String> lines = new ArrayList<>();
        lines.addAll(WordWrap.lines(label(failure) + ": ", "  ", problem(failure)));
        hint(failure)
                .map(hint -> failure instanceof GlpiApiException refusal
                        ? CommandLineHints.forText(hint, refusal.code())
                        : hint)
                .ifPresent(hint -> lines.addAll(WordWrap.lines("Hint: ", "      ", hint)));
        return lines;
    }

    /** What kind of failure it is, in words; {@code --json} has the name of the class. */
    private static String label(Exception failure) {
        if (failure instanceof UsageException) {
            return "Usage error";
        } else if (failure instanceof IllegalArgumentException) {
            return "Invalid value";
        } else if (failure instanceof GlpiAuthenticationException) {
            return "Authentication failed";
        } else if (failure instanceof GlpiPermissionException) {
            return "Permission denied";
        } else if (failure instanceof GlpiNotFoundException) {
            return "Not found";
        } else if (failure instanceof GlpiApiException) {
            return "GLPI refused the request";
        } else if (failure instanceof GlpiTimeoutException) {
            return "Timed out";
        } else if (failure instanceof GlpiTransportException) {
            return "Connection failed";
        } else if (failure instanceof GlpiProtocolException) {
            return "Unexpected response";
        } else if (failure instanceof GlpiConfigurationException) {
            return "Configuration error";
        }
        return failure instanceof UncheckedIOException ? "File error" : "Unexpected error";
    }

    private static String type(Exception failure) {
        return failure instanceof UsageException
                ? "UsageError"
                : failure.getClass().getSimpleName();
    }

    /** The message without the hint, which the library's messages end with and which has its own place here. */
    public static String problem(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        String end = rawHint(failure).map(hint -> ". " + hint).orElse("");
        return CommandLineHints.translate(
                message.endsWith(end) ? message.substring(0, message.length() - end.length()) : message);
    }

    public static Optional<String> hint(Exception failure) {
        return rawHint(failure).map(CommandLineHints::translate);
    }

    private static Optional<String> rawHint(Exception failure) {
        if (failure instanceof UsageException misuse) {
            return Optional.of(misuse.hint());
        }
        return failure instanceof GlpiException glpi ? glpi.hint() : Optional.empty();
    }
}
