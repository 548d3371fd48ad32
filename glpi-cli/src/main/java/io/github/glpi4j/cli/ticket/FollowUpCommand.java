package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.item.WriteReport;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.ticket.Tickets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a follow-up. */
@Command(
        name = "follow-up",
        description = {"Add a follow-up to a ticket.", "Example: glpi ticket follow-up 42 \"Is it still hot?\""})
final class FollowUpCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the ticket.")
    private long id;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The text.")
    @SuppressWarnings("NullAway.Init") // required
    private String text;

    @Option(names = "--private", description = "Show it to technicians only.")
    private boolean isPrivate;

    FollowUpCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        Tickets tickets = session.tickets();
        return WriteReport.of(mode.run(isPrivate ? tickets.privateFollowUp(id, text) : tickets.followUp(id, text)));
    }
}
