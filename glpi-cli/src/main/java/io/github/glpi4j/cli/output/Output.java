package io.github.glpi4j.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes lines for a person, or one JSON object for a program. */
public final class Output {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final PrintStream out;

    public Output(PrintStream out) {
        this.out = out;
    }

    public void print(CommandResult result, boolean json) {
        if (json) {
            json(result.json());
        } else {
            lines(result.lines());
        }
    }

    /** Names come from a server: what could steer the terminal is made visible. */
    public void lines(List<String> lines) {
        lines.forEach(line -> out.print(CONTROL.matcher(line).replaceAll("?") + "\n"));
        out.flush();
    }

    public void json(Map<String, ? extends @Nullable Object> object) {
        try {
            // Created here: Jackson is most of the start-up of commands that print no JSON.
            lines(List.of(new ObjectMapper().writeValueAsString(object)));
        } catch (JsonProcessingException e) {
            // Maps, lists, texts, numbers and booleans only, all of which have come from JSON or from here.
            throw new IllegalStateException("not writable as JSON", e);
        }
    }

    public PrintStream stream() {
        return out;
    }
}
