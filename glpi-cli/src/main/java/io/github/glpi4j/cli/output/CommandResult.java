package io.github.glpi4j.cli.output;

import java.util.List;
import java.util.Map;

/**
 * What a command has to say, in both forms.
 *
 * @param json for a program: an object that Jackson can write
 * @param lines for a person
 * @param exitCode how the command ends
 */
public record CommandResult(Object json, List<String> lines, int exitCode) {

    /** The result of a command that has printed all it was to print. */
    public static final CommandResult PRINTED = new CommandResult(Map.of(), List.of());

    /** The result of a command that has done all it was to do. */
    public CommandResult(Object json, List<String> lines) {
        this(json, lines, ExitCode.SUCCESS);
    }
}
