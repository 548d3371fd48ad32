package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.rows.ItemText;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.ticket.TimelineEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a ticket. */
@Command(
        name = "show",
        description = {"Show a ticket and its timeline.", "Example: glpi ticket show 42"})
public final class ShowTicketCommand extends SessionCommand {

    private static final List<String> COLUMNS = List.of("date", "kind", "id", "user", "private", "content");

    @Parameters(paramLabel = "ID", description = "The id of the ticket.")
    private long id;

    public ShowTicketCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        Item ticket = mode.run(session.items("Ticket").get(id));
        List<Item> timeline = mode.run(session.tickets().timeline(id)).entries().stream()
                .map(ShowTicketCommand::row)
                .toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ticket", ticket.values());
        json.put("timeline", timeline.stream().map(Item::values).toList());
        List<String> lines = new ArrayList<>(ItemText.lines(ticket));
        lines.add("");
        lines.addAll(output().lines(ItemText.table(timeline, COLUMNS)));
        return new CommandResult(json, lines);
    }

    private static Item row(TimelineEntry entry) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("date", entry.date().orElse(null));
        row.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        row.put("id", entry.id());
        row.put("user", entry.userId().isPresent() ? entry.userId().getAsLong() : null);
        row.put("private", entry.isPrivate());
        row.put("content", entry.content());
        return Item.of("TimelineEntry", row);
    }
}
