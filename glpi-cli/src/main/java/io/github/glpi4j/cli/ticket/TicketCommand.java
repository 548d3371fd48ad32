package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ApplicationVersion;
import io.github.glpi4j.cli.output.Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Holds the commands for tickets. */
@Command(
        name = "ticket",
        description = {
            "Work on tickets.",
            "Example: glpi ticket open 'No network' 'Room 4, since 9:00' --requester user:7"
        },
        mixinStandardHelpOptions = true,
        versionProvider = ApplicationVersion.class,
        synopsisSubcommandLabel = "COMMAND")
public final class TicketCommand {

    private TicketCommand() {}

    /** {@return the command with those it holds} */
    public static CommandLine create(Environment env, Output out) {
        return new CommandLine(new TicketCommand())
                .addSubcommand(new OpenTicketCommand(env, out))
                .addSubcommand(new ShowTicketCommand(env, out))
                .addSubcommand(new FollowUpCommand(env, out))
                .addSubcommand(new TaskCommand(env, out))
                .addSubcommand(new SolveCommand(env, out))
                .addSubcommand(new CloseCommand(env, out));
    }
}
