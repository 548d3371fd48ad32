package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.ItemReference;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.OpenItilObject;
import io.github.glpi4j.ticket.OpenedItilObject;
import io.github.glpi4j.ticket.Tickets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a ticket. */
@Command(
        name = "open",
        description = {
            "Open a ticket. ACTOR is user:ID, group:ID, supplier:ID or an e-mail address.",
            "GLPI ignores actors that do not exist: the ticket is read back, and what is missing is listed.",
            "Example: glpi ticket open \"Printer on fire\" \"Second floor\" --requester user:7 --assign group:3"
        })
final class OpenTicketCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "TITLE", description = "The title.")
    @SuppressWarnings("NullAway.Init") // required
    private String title;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The description.")
    @SuppressWarnings("NullAway.Init") // required
    private String text;

    @Option(names = "--request", description = "Open a ticket for a request instead of an incident.")
    private boolean request;

    @Option(
            names = "--requester",
            paramLabel = "ACTOR",
            converter = ActorConverter.class,
            description = "Who has asked for it; repeatable. There is none by default.")
    private List<Actor> requesters = List.of();

    @Option(
            names = "--observer",
            paramLabel = "ACTOR",
            converter = ActorConverter.class,
            description = "Who follows it; repeatable.")
    private List<Actor> observers = List.of();

    @Option(
            names = "--assign",
            paramLabel = "ACTOR",
            converter = ActorConverter.class,
            description = "Who works on it; repeatable.")
    private List<Actor> assigned = List.of();

    @Option(names = "--urgency", paramLabel = "1-5", description = "The urgency (default: 3).")
    private @Nullable Integer urgency;

    @Option(names = "--impact", paramLabel = "1-5", description = "The impact (default: 3).")
    private @Nullable Integer impact;

    @Option(names = "--category", paramLabel = "ID", description = "The id of its category.")
    private @Nullable Long category;

    @Option(names = "--location", paramLabel = "ID", description = "The id of its location.")
    private @Nullable Long location;

    @Option(
            names = "--item",
            paramLabel = "TYPE:ID",
            converter = ItemReference.Converter.class,
            description = "An item that is concerned, such as Computer:17; repeatable.")
    private List<ItemReference> items = List.of();

    @Option(names = "--document", paramLabel = "ID", description = "The id of a document to attach; repeatable.")
    private List<Long> documents = List.of();

    OpenTicketCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        return report(mode.run(call(session.tickets())));
    }

    private OpenItilObject call(Tickets tickets) {
        OpenItilObject call = (request ? tickets.openRequest(title, text) : tickets.open(title, text))
                .requester(requesters.toArray(Actor[]::new))
                .observer(observers.toArray(Actor[]::new))
                .assigned(assigned.toArray(Actor[]::new))
                .documents(documents.stream().mapToLong(Long::longValue).toArray());
        for (ItemReference item : items) {
            call = call.item(item.itemtype(), item.id());
        }
        call = urgency == null ? call : call.urgency(urgency);
        call = impact == null ? call : call.impact(impact);
        call = category == null ? call : call.category(category);
        return location == null ? call : call.location(location);
    }

    private static CommandResult report(OpenedItilObject opened) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", opened.id());
        json.put("message", opened.message());
        json.put("unconfirmed", opened.unconfirmed());
        List<String> lines = new ArrayList<>();
        lines.add("  id           " + opened.id());
        opened.unconfirmed().forEach(missing -> lines.add("  unconfirmed  " + missing));
        return new CommandResult(json, lines);
    }
}
