package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.item.DefaultItems;
import io.github.glpi4j.internal.item.ItemValues;
import io.github.glpi4j.item.ItemRef;
import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.ActorRole;
import io.github.glpi4j.ticket.OpenItilObject;
import io.github.glpi4j.ticket.OpenedItilObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Opens an object.
 *
 * @param fields the fields so far
 * @param actors the actors so far
 * @param documents the ids of documents to attach
 * @param items the items that are concerned
 */
record OpenItilObjectCall(
        SessionCaller session,
        ItilType type,
        Map<String, @Nullable Object> fields,
        Map<ActorRole, List<Actor>> actors,
        Set<Long> documents,
        Set<ItemRef> items,
        CallOptions options)
        implements OpenItilObject, DelegatingCall<OpenedItilObject> {

    private static final int HIGHEST_LEVEL = 5;
    private static final int HIGHEST_PRIORITY = 6;

    static OpenItilObjectCall of(SessionCaller session, ItilType type, String title, String description) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", title);
        fields.put("content", description);
        CallOptions options = CallOptions.within(session.dispatcher().callLimit());
        return new OpenItilObjectCall(session, type, fields, Map.of(), Set.of(), Set.of(), options);
    }

    @Override
    public OpenItilObject requester(Actor... added) {
        return actors(ActorRole.REQUESTER, added);
    }

    @Override
    public OpenItilObject observer(Actor... added) {
        return actors(ActorRole.OBSERVER, added);
    }

    @Override
    public OpenItilObject assigned(Actor... added) {
        return actors(ActorRole.ASSIGNED, added);
    }

    private OpenItilObject actors(ActorRole role, Actor... added) {
        Set<Actor> inRole = new LinkedHashSet<>(actors.getOrDefault(role, List.of()));
        for (Actor actor : added) {
            inRole.add(ActorInput.check(role, actor));
        }
        Map<ActorRole, List<Actor>> all = new LinkedHashMap<>(actors);
        all.put(role, List.copyOf(inRole));
        return new OpenItilObjectCall(session, type, fields, all, documents, items, options);
    }

    @Override
    public OpenItilObject category(long categoryId) {
        return field("itilcategories_id", InputChecks.checkPositive("id of a category", categoryId));
    }

    @Override
    public OpenItilObject urgency(int urgency) {
        return level("urgency", urgency, HIGHEST_LEVEL);
    }

    @Override
    public OpenItilObject impact(int impact) {
        return level("impact", impact, HIGHEST_LEVEL);
    }

    @Override
    public OpenItilObject priority(int priority) {
        return level("priority", priority, HIGHEST_PRIORITY);
    }

    private OpenItilObject level(String field, int level, int highest) {
        if (level < 1 || level > highest) {
            throw new IllegalArgumentException("the " + field + " is 1 to " + highest + ", not " + level);
        }
        return field(field, level);
    }

    @Override
    public OpenItilObject location(long locationId) {
        return field("locations_id", InputChecks.checkPositive("id of a location", locationId));
    }

    @Override
    public OpenItilObject entity(long entityId) {
        return field("entities_id", InputChecks.checkId(entityId));
    }

    @Override
    public OpenItilObject documents(long... documentIds) {
        Set<Long> all = new LinkedHashSet<>(documents);
        Arrays.stream(documentIds).forEach(id -> all.add(InputChecks.checkPositive("id of a document", id)));
        return new OpenItilObjectCall(session, type, fields, actors, all, items, options);
    }

    @Override
    public OpenItilObject item(String itemtype, long itemId) {
        Set<ItemRef> all = new LinkedHashSet<>(items);
        all.add(new ItemRef(itemtype, itemId));
        return new OpenItilObjectCall(session, type, fields, actors, documents, all, options);
    }

    @Override
    public OpenItilObject field(String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        all.put(name, ItemValues.json(name, value));
        return new OpenItilObjectCall(session, type, all, actors, documents, items, options);
    }

    @Override
    public OpenItilObject timeout(Duration timeout) {
        return new OpenItilObjectCall(session, type, fields, actors, documents, items, options.timeout(timeout));
    }

    @Override
    public OpenItilObject header(String name, String value) {
        return new OpenItilObjectCall(session, type, fields, actors, documents, items, options.header(name, value));
    }

    @Override
    public Call<OpenedItilObject> delegate() {
        return options.call(session.dispatcher(), toString(), this::run);
    }

    private CompletionStage<OpenedItilObject> run(Execution execution) {
        return DefaultCall.stepsOf(DefaultItems.of(session, type.itemtype()).add(input()))
                .run(execution)
                .thenCompose(added ->
                        new OpenCheck(this, new ItilReader(session, type, added.id(), execution)).complete(added));
    }

    private Map<String, @Nullable Object> input() {
        Map<String, @Nullable Object> input = new LinkedHashMap<>(fields);
        input.putAll(ActorInput.ofNew(actors));
        if (!documents.isEmpty()) {
            input.put("_documents_id", List.copyOf(documents));
        }
        if (!items.isEmpty()) {
            Map<String, List<Long>> byType = new LinkedHashMap<>();
            items.forEach(item -> byType.computeIfAbsent(item.itemtype(), any -> new ArrayList<>())
                    .add(item.id()));
            input.put("items_id", byType);
        }
        return input;
    }

    /** Without the fields, which may be confidential. */
    @Override
    public String toString() {
        return "addItems " + type.itemtype();
    }
}
