package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.item.WriteReport;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.ticket.ItilStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Closes a ticket. */
@Command(
        name = "close",
        description = {
            "Set the status of a ticket to closed, and check that GLPI has kept it.",
            "Example: glpi ticket close 42"
        })
final class CloseTicketCommand extends SessionCommand {

    @Parameters(paramLabel = "ID", description = "The id of the ticket.")
    private long id;

    CloseTicketCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        return WriteReport.of(mode.run(session.tickets().setStatus(id, ItilStatus.CLOSED)));
    }
}
