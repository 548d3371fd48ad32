package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tickets, changes and problems. */
final class ItilObjectHook implements ItilHook {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    private static final int CHANGE_PRIORITY = 65536;
    private static final int MAX_NAME = 70;
    private static final int MEDIUM = 3;

    /** By urgency, then by impact. */
    private static final int[][] PRIORITIES = {
        {1, 1, 2, 2, 2},
        {1, 2, 2, 3, 3},
        {2, 2, 3, 4, 4},
        {2, 3, 4, 4, 5},
        {2, 3, 4, 5, 5}
    };

    private final Itil itil;
    private final ItilType type;

    ItilObjectHook(Itil itil, ItilType type) {
        this.itil = itil;
        this.type = type;
    }

    @Override
    public Optional<String> beforeAdd(ObjectNode fields) {
        String date = fields.path("date").asText();
        if (date.isEmpty() || date.equals("NULL")) {
            fields.put("date", itil.now());
        } else if (!DATE.matcher(date).matches()) {
            return Optional.of("Incorrect value for date field.");
        }
        if (!fields.hasNonNull("status")) {
            fields.put("status", ItilType.INCOMING);
        }
        setPriority(fields);
        fields.put("users_id_recipient", itil.user()).put("users_id_lastupdater", itil.user());
        fields.put("content", fields.path("content").asText("").stripLeading());
        String name = fields.path("name").asText("").stripLeading();
        fields.put("name", name.isEmpty() ? summary(fields.path("content").asText()) : name);
        StatusChange.completeNew(type, fields);
        return type == ItilType.TICKET ? emailRefusal(fields) : Optional.empty();
    }

    private void setPriority(ObjectNode fields) {
        int urgency = level(fields, "urgency");
        int impact = level(fields, "impact");
        boolean given = fields.hasNonNull("priority") && mayChangePriority();
        fields.put("urgency", urgency).put("impact", impact);
        if (!given) {
            fields.put("priority", priority(urgency, impact));
        }
    }

    private static int level(ObjectNode fields, String name) {
        int level = fields.path(name).asInt();
        return level >= 1 && level <= PRIORITIES.length ? level : MEDIUM;
    }

    private static int priority(int urgency, int impact) {
        return PRIORITIES[urgency - 1][impact - 1];
    }

    private boolean mayChangePriority() {
        return type != ItilType.TICKET || itil.hasRight("ticket", CHANGE_PRIORITY);
    }

    /** The start of the content, as plain text. */
    private static String summary(String content) {
        String text = content.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s{2,}", " ");
        return text.substring(0, Math.min(MAX_NAME, text.length()));
    }

    private static Optional<String> emailRefusal(ObjectNode fields) {
        for (JsonNode email : fields.path("_users_id_requester_notif").path("alternative_email")) {
            if (!email.asText("").isEmpty() && !Actor.isEmail(email.asText())) {
                return Optional.of("Invalid email address " + email.asText());
            }
        }
        return Optional.empty();
    }

    @Override
    public void afterAdd(Item added, ObjectNode input) {
        ItilObject object = new ItilObject(itil, type, added.id());
        for (int document : numbers(input.path("_documents_id"))) {
            DocumentLinkHook.link(itil, document, object);
        }
        input.path("items_id").properties().forEach(items -> {
            for (int item : numbers(items.getValue())) {
                itil.table(type.items())
                        .add(Itil.object()
                                .put(type.key(), added.id())
                                .put("itemtype", items.getKey())
                                .put("items_id", item));
            }
        });
        object.addActors(Actor.of(input));
    }

    private static Set<Integer> numbers(JsonNode list) {
        Set<Integer> numbers = new LinkedHashSet<>();
        list.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    /** Before GLPI 11, with the id. */
    @Override
    public String message(Item added, String name) {
        return "Item successfully added: " + name + (itil.isFrom11() ? "" : " (" + added.id() + ")");
    }

    @Override
    public Optional<String> beforeUpdate(Item item, ObjectNode input, ObjectNode changes) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        ItilObject object = new ItilObject(itil, type, item.id());
        if (type == ItilType.TICKET && changesPriority(input, changes)) {
            ObjectNode levels = itil.table(type.itemtype()).columns().row(item.with(changes));
            changes.put("priority", priority(level(levels, "urgency"), level(levels, "impact")));
        }
        object.complete(changes);
        return Optional.empty();
    }

    /** Before GLPI 11, a new urgency changes even a priority that is given. */
    private boolean changesPriority(ObjectNode input, ObjectNode changes) {
        boolean computed = !input.hasNonNull("priority") || !mayChangePriority();
        return changes.has("urgency") ? computed || !itil.isFrom11() : changes.has("impact") && computed;
    }

    @Override
    public void afterUpdate(Item before, ObjectNode changes) {
        ItilObject object = new ItilObject(itil, type, before.id());
        object.addActors(Actor.of(changes));
        object.changed(before, changes);
    }

    @Override
    public void afterPurge(Item purged) {
        ItilObject object = new ItilObject(itil, type, purged.id());
        List<String> parts = new ArrayList<>(type.actors());
        parts.add(type.items());
        parts.add(type.task());
        if (type != ItilType.PROBLEM) {
            parts.add(type.validation());
        }
        if (type == ItilType.TICKET) {
            parts.addAll(List.of("TicketSatisfaction", "TicketCost", "Problem_Ticket", "Change_Ticket"));
            TicketLinkHook.links(itil, purged.id())
                    .forEach(link -> itil.table("Ticket_Ticket").purge(link.id()));
        }
        parts.forEach(part -> object.parts(part).forEach(row -> itil.table(part).purge(row.id())));
        for (String entry : List.of("ITILFollowup", "ITILSolution", "Document_Item")) {
            object.entries(entry).forEach(row -> itil.table(entry).purge(row.id()));
        }
    }
}
