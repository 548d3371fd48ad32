package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.item.WriteReport;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.Secrets;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Add a solution to a ticket, which solves it. */
@Command(
        name = "solve",
        description = {"Add a solution to a ticket, which solves it.", "Example: glpi ticket solve 42 'Cable replaced'"
        })
public final class SolveCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the ticket.")
    private long id;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The text, as HTML.")
    @SuppressWarnings("NullAway.Init") // required
    private String text;

    public SolveCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        String content = Secrets.requireIntact("TEXT", text);
        return WriteReport.of(mode.run(session.tickets().solve(id, content)));
    }
}
