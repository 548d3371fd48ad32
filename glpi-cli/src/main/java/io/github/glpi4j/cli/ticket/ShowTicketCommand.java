package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.output.Table;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.Actor.Kind;
import io.github.glpi4j.ticket.ActorRole;
import io.github.glpi4j.ticket.ItilStatus;
import io.github.glpi4j.ticket.Timeline;
import io.github.glpi4j.ticket.TimelineEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a ticket. */
@Command(
        name = "show",
        description = {
            "Show a ticket with its actors and its timeline, the oldest entry first.",
            "Example: glpi ticket show 42"
        })
final class ShowTicketCommand extends SessionCommand {

    @Parameters(paramLabel = "ID", description = "The id of the ticket.")
    private long id;

    ShowTicketCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        Item ticket = mode.run(session.items("Ticket").get(id));
        Map<ActorRole, List<Actor>> actors = mode.run(session.tickets().actors(id));
        Timeline timeline = mode.run(session.tickets().timeline(id));
        return new CommandResult(json(ticket, actors, timeline), lines(ticket, actors, timeline));
    }

    private static Map<String, Object> json(Item ticket, Map<ActorRole, List<Actor>> actors, Timeline timeline) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ticket", ticket.values());
        Map<String, Object> roles = new LinkedHashMap<>();
        actors.forEach((role, inRole) -> roles.put(
                word(role), inRole.stream().map(ShowTicketCommand::json).toList()));
        json.put("actors", roles);
        json.put(
                "timeline",
                timeline.entries().stream().map(ShowTicketCommand::json).toList());
        json.put(
                "unreadable",
                timeline.unreadable().stream()
                        .map(ShowTicketCommand::word)
                        .sorted()
                        .toList());
        return json;
    }

    private static Map<String, Object> json(Actor actor) {
        return Map.of(word(actor.kind()), actor.kind() == Kind.EMAIL ? actor.email() : actor.id());
    }

    private static Map<String, @Nullable Object> json(TimelineEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", word(entry.kind()));
        json.put("id", entry.id());
        json.put("date", entry.date().map(Object::toString).orElse(null));
        json.put("user", entry.userId().isPresent() ? entry.userId().getAsLong() : null);
        json.put("private", entry.isPrivate());
        json.put("content", entry.content());
        return json;
    }

    private List<String> lines(Item ticket, Map<ActorRole, List<Actor>> actors, Timeline timeline) {
        List<String> lines = new ArrayList<>();
        lines.add("  id         " + ticket.id());
        lines.add("  title      " + ticket.text("name").orElse("-"));
        lines.add("  status     " + status(ticket));
        lines.add("  priority   " + ticket.text("priority").orElse("-"));
        lines.add("  opened     " + ticket.text("date").orElse("-"));
        actors.forEach((role, inRole) -> lines.add("  %-9s  %s".formatted(word(role), words(inRole))));
        lines.add("");
        lines.add(ticket.text("content").orElse(""));
        if (!timeline.entries().isEmpty()) {
            lines.add("");
            lines.addAll(output().lines(table(timeline)));
        }
        timeline.unreadable().forEach(kind -> lines.add("The profile may not read this: " + word(kind)));
        return lines;
    }

    private static String status(Item ticket) {
        return ticket.number("status").stream()
                .boxed()
                .map(ItilStatus::of)
                .flatMap(Optional::stream)
                .map(ShowTicketCommand::word)
                .findFirst()
                .orElse(ticket.text("status").orElse("-"));
    }

    private static String words(List<Actor> actors) {
        return actors.isEmpty()
                ? "-"
                : actors.stream()
                        .map(actor ->
                                actor.kind() == Kind.EMAIL ? actor.email() : word(actor.kind()) + ":" + actor.id())
                        .collect(Collectors.joining(", "));
    }

    private static Table table(Timeline timeline) {
        Table table = new Table("date", "entry", "user", "text");
        for (TimelineEntry entry : timeline.entries()) {
            table.row(
                    entry.date().map(date -> date.toString().replace('T', ' ')).orElse("-"),
                    word(entry.kind()) + " " + entry.id() + (entry.isPrivate() ? " (private)" : ""),
                    entry.userId().isPresent() ? String.valueOf(entry.userId().getAsLong()) : "-",
                    entry.content().isEmpty() ? "-" : entry.content().replaceAll("\\s+", " "));
        }
        return table;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
