package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.item.WriteReport;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.Secrets;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.ticket.AddTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Add a task to a ticket. */
@Command(
        name = "task",
        description = {"Add a task to a ticket.", "Example: glpi ticket task 42 'Cable replaced'"})
public final class TaskCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the ticket.")
    private long id;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The text, as HTML.")
    @SuppressWarnings("NullAway.Init") // required
    private String text;

    @Option(names = "--private", description = "Hide it from those who may not see private entries.")
    private boolean isPrivate;

    @Option(names = "--done", description = "The task is done.")
    private boolean done;

    public TaskCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        String content = Secrets.requireIntact("TEXT", text);
        AddTask call = session.tickets().task(id, content);
        call = isPrivate ? call.makePrivate() : call;
        return WriteReport.of(mode.run(done ? call.done() : call));
    }
}
