package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.item.DefaultItems;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.Actor.Kind;
import io.github.glpi4j.ticket.ActorRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads what belongs to an object, within an execution. */
record ItilReader(SessionCaller session, ItilType type, long id, Execution execution) {

    private static final int PAGE = 1000;

    /** {@return all items of an itemtype that belong to the object} */
    CompletionStage<List<Item>> list(String itemtype) {
        return list(itemtype, new ArrayList<>());
    }

    private CompletionStage<List<Item>> list(String itemtype, List<Item> read) {
        return DefaultCall.stepsOf(DefaultItems.of(session, type.itemtype())
                        .of(id)
                        .list(itemtype)
                        .range(read.size(), read.size() + PAGE - 1L))
                .run(execution)
                .thenCompose(page -> {
                    read.addAll(page.rows());
                    return page.isLast() ? CompletableFuture.completedFuture(read) : list(itemtype, read);
                });
    }

    /** {@return the actors by their roles, of kinds that are listed together} */
    CompletionStage<Map<ActorRole, List<Actor>>> actors(List<Kind> kinds) {
        Map<ActorRole, List<Actor>> actors = new EnumMap<>(ActorRole.class);
        for (ActorRole role : ActorRole.values()) {
            actors.put(role, new ArrayList<>());
        }
        CompletionStage<Map<ActorRole, List<Actor>>> all = CompletableFuture.completedFuture(actors);
        for (Kind kind : kinds) {
            all = all.thenCompose(known -> list(type.actors(kind)).thenApply(links -> {
                links.forEach(link -> add(known, link, kind));
                return known;
            }));
        }
        return all;
    }

    private static void add(Map<ActorRole, List<Actor>> actors, Item link, Kind kind) {
        Actor actor = ActorInput.actor(link, kind);
        if (actor != null) {
            ActorRole.of(link.number("type").orElse(0))
                    .ifPresent(role -> actors.computeIfAbsent(role, any -> new ArrayList<>())
                            .add(actor));
        }
    }
}
