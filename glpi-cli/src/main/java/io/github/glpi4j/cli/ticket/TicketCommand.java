package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ApplicationVersion;
import io.github.glpi4j.cli.output.Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code glpi ticket}: holds the commands that work on tickets. */
@Command(
        name = "ticket",
        versionProvider = ApplicationVersion.class,
        mixinStandardHelpOptions = true,
        description = "Open, show and work on tickets.",
        synopsisSubcommandLabel = "COMMAND")
public final class TicketCommand {

    private TicketCommand() {}

    /** {@return the command with its own commands} */
    public static CommandLine commandLine(Environment env, Output out) {
        return new CommandLine(new TicketCommand())
                .addSubcommand("open", new OpenTicketCommand(env, out))
                .addSubcommand("show", new ShowTicketCommand(env, out))
                .addSubcommand("follow-up", new FollowUpCommand(env, out))
                .addSubcommand("task", new TaskCommand(env, out))
                .addSubcommand("solve", new SolveTicketCommand(env, out))
                .addSubcommand("close", new CloseTicketCommand(env, out));
    }
}
