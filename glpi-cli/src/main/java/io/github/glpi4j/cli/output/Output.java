package io.github.glpi4j.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Writes lines for a person, or one JSON object for a program. */
public final class Output {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final PrintStream out;
    private final Supplier<OptionalInt> width;

    /**
     * Creates an output.
     *
     * @param width the columns of the terminal behind it, or empty without one
     */
    public Output(PrintStream out, Supplier<OptionalInt> width) {
        this.out = out;
        this.width = width;
    }

    public void print(CommandResult result, boolean json) {
        if (json) {
            json(result.json());
        } else {
            lines(result.lines());
        }
    }

    public void lines(List<String> lines) {
        lines.forEach(line -> out.print(maskControls(line) + "\n"));
        out.flush();
    }

    /** Replaces control characters: names come from a server, and could steer the terminal. */
    public static String maskControls(String text) {
        return CONTROL.matcher(text).replaceAll("?");
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

    /** {@return the lines of a table, which fit the terminal if there is one} */
    public List<String> lines(Table table) {
        return table.lines(width.get().orElse(Integer.MAX_VALUE));
    }

    public boolean isTerminal() {
        return width.get().isPresent();
    }

    public PrintStream stream() {
        return out;
    }
}
