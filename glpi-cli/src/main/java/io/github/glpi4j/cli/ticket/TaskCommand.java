package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.item.WriteReport;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.ticket.AddTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a task. */
@Command(
        name = "task",
        description = {
            "Add a task to a ticket; it is to do, unless --done is given.",
            "Example: glpi ticket task 42 \"Bring a bucket\" --technician 7 --minutes 10"
        })
final class TaskCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the ticket.")
    private long id;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The text.")
    @SuppressWarnings("NullAway.Init") // required
    private String text;

    @Option(names = "--private", description = "Show it to technicians only.")
    private boolean isPrivate;

    @Option(names = "--done", description = "Add a task that is done.")
    private boolean done;

    @Option(names = "--technician", paramLabel = "ID", description = "The id of the user who does it.")
    private @Nullable Long technician;

    @Option(names = "--group", paramLabel = "ID", description = "The id of the group that does it.")
    private @Nullable Long group;

    @Option(names = "--minutes", paramLabel = "N", description = "The time spent.")
    private @Nullable Long minutes;

    TaskCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        AddTask call = session.tickets().task(id, text);
        call = isPrivate ? call.makePrivate() : call;
        call = done ? call.done() : call;
        call = technician == null ? call : call.technician(technician);
        call = group == null ? call : call.technicianGroup(group);
        call = minutes == null ? call : call.timeSpent(Duration.ofMinutes(minutes));
        return WriteReport.of(mode.run(call));
    }
}
