package io.github.glpi4j.cli.ticket;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.ItemReference;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.Secrets;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.OpenItilObject;
import io.github.glpi4j.ticket.OpenedItilObject;
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
            "Open a ticket.",
            "An actor is user:ID, group:ID, supplier:ID or an e-mail address.",
            "Example: glpi ticket open 'No network' 'Room 4, since 9:00' --requester user:7 --item Computer:3"
        })
public final class OpenTicketCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "TITLE", description = "The title.")
    @SuppressWarnings("NullAway.Init") // required
    private String title;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The description, as HTML.")
    @SuppressWarnings("NullAway.Init") // required
    private String text;

    @Option(
            names = "--requester",
            paramLabel = "ACTOR",
            converter = ActorConverter.class,
            description = "A requester; may be repeated.")
    private List<Actor> requesters = List.of();

    @Option(
            names = "--observer",
            paramLabel = "ACTOR",
            converter = ActorConverter.class,
            description = "An observer; may be repeated.")
    private List<Actor> observers = List.of();

    @Option(
            names = "--assigned",
            paramLabel = "ACTOR",
            converter = ActorConverter.class,
            description = "Whom it is assigned to; may be repeated.")
    private List<Actor> assigned = List.of();

    @Option(names = "--category", paramLabel = "ID", description = "The category.")
    private @Nullable Long category;

    @Option(names = "--urgency", paramLabel = "1-5", description = "The urgency; 5 is the highest.")
    private @Nullable Integer urgency;

    @Option(names = "--impact", paramLabel = "1-5", description = "The impact; 5 is the highest.")
    private @Nullable Integer impact;

    @Option(
            names = "--item",
            paramLabel = "ITEMTYPE:ID",
            converter = ItemReference.Converter.class,
            description = "An item to link, such as Computer:3; may be repeated.")
    private List<ItemReference> items = List.of();

    public OpenTicketCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        OpenItilObject call =
                session.tickets().open(Secrets.requireIntact("TITLE", title), Secrets.requireIntact("TEXT", text));
        call = requesters.isEmpty() ? call : call.requester(requesters.toArray(Actor[]::new));
        call = observers.isEmpty() ? call : call.observer(observers.toArray(Actor[]::new));
        call = assigned.isEmpty() ? call : call.assigned(assigned.toArray(Actor[]::new));
        call = category == null ? call : call.category(category);
        call = urgency == null ? call : call.urgency(urgency);
        call = impact == null ? call : call.impact(impact);
        for (ItemReference item : items) {
            call = call.item(item.itemtype(), item.id());
        }
        return report(mode.run(call));
    }

    private static CommandResult report(OpenedItilObject opened) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", opened.id());
        json.put("message", opened.message());
        json.put("unconfirmed", opened.unconfirmed());
        List<String> lines = new ArrayList<>(List.of("  id       " + opened.id(), "  message  " + opened.message()));
        opened.unconfirmed().forEach(what -> lines.add("  not confirmed: " + what));
        return new CommandResult(json, lines);
    }
}
