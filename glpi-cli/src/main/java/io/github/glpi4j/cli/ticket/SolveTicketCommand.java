package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.item.WriteReport;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Solves a ticket. */
@Command(
        name = "solve",
        description = {
            "Add a solution to a ticket, which is then solved.",
            "Example: glpi ticket solve 42 \"The toner was empty\""
        })
final class SolveTicketCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the ticket.")
    private long id;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The solution.")
    @SuppressWarnings("NullAway.Init") // required
    private String text;

    SolveTicketCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        return WriteReport.of(mode.run(session.tickets().solve(id, text)));
    }
}
