package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemRef;
import io.github.glpi4j.item.WriteResult;
import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.Actor.Kind;
import io.github.glpi4j.ticket.ActorRole;
import io.github.glpi4j.ticket.OpenedItilObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads back the actors, documents and items of a new object: GLPI ignores actors that do not exist, and rules replace
 * others. If reading fails, the object is there nevertheless.
 */
final class OpenCheck {

    private final ItilReader reader;
    private final Map<String, List<Expected>> expected = new LinkedHashMap<>();
    private final List<String> unconfirmed = new ArrayList<>();

    /** A row of a list, and what it stands for. */
    private record Expected(String name, Predicate<Item> row) {}

    OpenCheck(OpenItilObjectCall call, ItilReader reader) {
        this.reader = reader;
        call.actors().forEach((role, actors) -> actors.forEach(actor -> expect(call.type(), role, actor)));
        call.documents().forEach(id -> expect("Document_Item", "document " + id, row -> isId(row, "documents_id", id)));
        call.items().forEach(item -> expect(call.type().items(), item.toString(), row -> isItem(row, item)));
    }

    private void expect(ItilType type, ActorRole role, Actor actor) {
        Kind listed = actor.kind() == Kind.EMAIL ? Kind.USER : actor.kind();
        String name = (role + " " + actor.kind()).toLowerCase(Locale.ROOT) + " "
                + (actor.kind() == Kind.EMAIL ? actor.email() : actor.id());
        expect(
                type.actors(actor.kind()),
                name,
                row -> isId(row, "type", role.code()) && actor.equals(ActorInput.actor(row, listed)));
    }

    private void expect(String itemtype, String name, Predicate<Item> row) {
        expected.computeIfAbsent(itemtype, any -> new ArrayList<>()).add(new Expected(name, row));
    }

    private static boolean isId(Item row, String field, long id) {
        return row.number(field).orElse(-1) == id;
    }

    private static boolean isItem(Item row, ItemRef item) {
        return row.text("itemtype").filter(item.itemtype()::equals).isPresent() && isId(row, "items_id", item.id());
    }

    CompletionStage<OpenedItilObject> complete(WriteResult added) {
        CompletionStage<?> all = CompletableFuture.completedStage(added);
        for (Map.Entry<String, List<Expected>> list : expected.entrySet()) {
            all = all.thenCompose(done -> reader.list(list.getKey()).handle((rows, failure) -> {
                compare(list.getValue(), rows, failure);
                return added;
            }));
        }
        return all.thenApply(done -> new OpenedItilObject(added.id(), added.message(), unconfirmed));
    }

    private void compare(List<Expected> wanted, @Nullable List<Item> rows, @Nullable Throwable failure) {
        for (Expected one : wanted) {
            if (rows == null) {
                unconfirmed.add(one.name() + ", which could not be read back: "
                        + CallFailure.toCaller(Objects.requireNonNull(failure)).getMessage());
            } else if (rows.stream().noneMatch(one.row())) {
                unconfirmed.add(one.name());
            }
        }
    }
}
