package io.github.glpi4j.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

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

    /** On one line; control characters, which JSON allows in a string in part, are escaped. */
    public void json(Object object) {
        try {
            // Created here: Jackson is most of the start-up of commands that print no JSON.
            String text = new ObjectMapper().writeValueAsString(object);
            out.print(escapeControls(text) + "\n");
            out.flush();
        } catch (JsonProcessingException e) {
            // Maps, lists, texts, numbers and booleans only, all of which have come from JSON or from here.
            throw new IllegalStateException("not writable as JSON", e);
        }
    }

    /** Escapes the control characters in JSON, all of which are within strings. */
    public static String escapeControls(String json) {
        return CONTROL.matcher(json)
                .replaceAll(control ->
                        String.format("\\\\u%04x", (int) control.group().charAt(0)));
    }

    public PrintStream stream() {
        return out;
    }
}
