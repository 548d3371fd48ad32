package io.github.glpi4j.internal.item;

import com.fasterxml.jackson.core.JsonToken;
import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.item.BulkWrite;
import io.github.glpi4j.item.DeleteItem;
import io.github.glpi4j.item.DeleteItems;
import io.github.glpi4j.item.GetItem;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.item.ListItems;
import io.github.glpi4j.item.Paged;
import io.github.glpi4j.item.SubItems;
import io.github.glpi4j.item.WriteResult;
import java.util.Collection;
import java.util.List;

/** The calls for the items of one itemtype. */
public record DefaultItems<T>(ItemReader<T> reader) implements Items<T> {

    /** A scalar: the list route, for an id that is none, would answer with an array. */
    private static final JsonHandler<String> SHA1 = response -> {
        Json.expect(response.json(), JsonToken.VALUE_STRING, "the SHA-1 of an item");
        return response.json().getText();
    };

    public static Items<Item> of(SessionCaller session, String itemtype) {
        return new DefaultItems<>(ItemReader.of(session, InputChecks.checkItemtype(itemtype)));
    }

    public static <T> Items<T> of(SessionCaller session, String itemtype, Class<T> type) {
        return new DefaultItems<>(ItemReader.of(session, InputChecks.checkItemtype(itemtype), type));
    }

    private String itemtype() {
        return reader.itemtype();
    }

    @Override
    public GetItem<T> get(long id) {
        return GetItemCall.of(reader, InputChecks.checkId(id));
    }

    @Override
    public Call<String> sha1(long id) {
        return reader.session()
                .call(Operation.get("getItem " + itemtype() + "/" + InputChecks.checkId(id), SHA1)
                        .path(itemtype(), String.valueOf(id))
                        .query("get_sha1", "true"));
    }

    @Override
    public ListItems<T> list() {
        return ListItemsCall.of(reader, "getAllItems " + itemtype(), itemtype());
    }

    @Override
    public Paged<T> all() {
        return list().all();
    }

    @Override
    public SubItems of(long id) {
        return new DefaultSubItems(reader.session(), itemtype(), InputChecks.checkId(id));
    }

    /** The items that belong to one item. */
    private record DefaultSubItems(SessionCaller session, String parent, long id) implements SubItems {

        @Override
        public ListItems<Item> list(String itemtype) {
            return list(ItemReader.of(session, InputChecks.checkItemtype(itemtype)));
        }

        @Override
        public <S> ListItems<S> list(String itemtype, Class<S> type) {
            return list(ItemReader.of(session, InputChecks.checkItemtype(itemtype), type));
        }

        private <S> ListItems<S> list(ItemReader<S> reader) {
            return ListItemsCall.of(
                    reader,
                    "getSubItems " + parent + "/" + id + "/" + reader.itemtype(),
                    parent,
                    String.valueOf(id),
                    reader.itemtype());
        }
    }

    @Override
    public Call<WriteResult> add(Object fields) {
        return ItemWrites.add(
                reader.session(),
                itemtype(),
                ItemInput.toAdd(fields, reader.session().mapper()));
    }

    @Override
    public Call<WriteResult> update(long id, Object fields) {
        ItemInput input = ItemInput.toUpdate(fields, reader.session().mapper()).withId(InputChecks.checkId(id));
        return ItemWrites.update(reader.session(), itemtype(), id, input);
    }

    @Override
    public Call<WriteResult> update(Item changed) {
        if (!changed.itemtype().equals(itemtype())) {
            throw new IllegalArgumentException(changed + " is not a " + itemtype());
        }
        return update(
                changed.number("id").orElseThrow(() -> new IllegalArgumentException(changed + " has no id")),
                (Object) changed);
    }

    @Override
    public DeleteItem delete(long id) {
        return DeleteItemCall.of(reader.session(), itemtype(), InputChecks.checkId(id));
    }

    @Override
    public BulkWrite addAll(List<?> rows) {
        return BulkCall.of(
                reader.session(),
                BulkCall.Kind.ADD,
                itemtype(),
                rows.stream()
                        .map(row -> ItemInput.toAdd(row, reader.session().mapper()))
                        .toList());
    }

    @Override
    public BulkWrite updateAll(List<?> rows) {
        return BulkCall.of(
                reader.session(),
                BulkCall.Kind.UPDATE,
                itemtype(),
                rows.stream()
                        .map(row -> ItemInput.toUpdate(row, reader.session().mapper())
                                .requireId())
                        .toList());
    }

    @Override
    public DeleteItems deleteAll(Collection<Long> ids) {
        return BulkCall.of(
                reader.session(),
                BulkCall.Kind.DELETE,
                itemtype(),
                ids.stream().map(id -> ItemInput.ofId(InputChecks.checkId(id))).toList());
    }

    @Override
    public String toString() {
        return "Items[" + itemtype() + "]";
    }
}
