package io.github.glpi4j.internal.item;

import com.fasterxml.jackson.core.JsonToken;
import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.JsonValues;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.item.GetItem;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code getItem} and its options. */
record GetItemCall<T>(ItemReader<T> reader, Operation<Map<String, @Nullable Object>> operation, CallOptions options)
        implements GetItem<T>, DelegatingCall<T> {

    static <T> GetItemCall<T> of(ItemReader<T> reader, long id) {
        return new GetItemCall<>(
                reader,
                ReadOptions.links(operation(reader.itemtype(), id), false),
                CallOptions.within(reader.session().dispatcher().callLimit()));
    }

    static Operation<Map<String, @Nullable Object>> operation(String itemtype, long id) {
        return Operation.get("getItem " + itemtype + "/" + id, handler(id)).path(itemtype, String.valueOf(id));
    }

    /** Another item than the requested one must not pass for it: GLPI 9.5 lists the itemtype for the id 0. */
    private static JsonHandler<Map<String, @Nullable Object>> handler(long id) {
        return response -> {
            Json.expect(response.json(), JsonToken.START_OBJECT, "an item");
            Map<String, @Nullable Object> values = PhpValues.entries(JsonValues.read(response.json()));
            if (PhpValues.id(values.get("id"), "the item") != id) {
                throw new UnexpectedJsonException("the answer is another item than the requested one");
            }
            return values;
        };
    }

    @Override
    public GetItem<T> expandDropdowns() {
        return with(ReadOptions.expandDropdowns(operation));
    }

    @Override
    public GetItem<T> with(String... lists) {
        return with(ReadOptions.with(operation, lists));
    }

    @Override
    public GetItem<T> withKeyNames(String... fields) {
        return with(ReadOptions.keyNames(operation, fields));
    }

    @Override
    public GetItem<T> withLinks() {
        return with(ReadOptions.links(operation, true));
    }

    private GetItem<T> with(Operation<Map<String, @Nullable Object>> changed) {
        return new GetItemCall<>(reader, changed, options);
    }

    @Override
    public GetItem<T> timeout(Duration timeout) {
        return new GetItemCall<>(reader, operation, options.timeout(timeout));
    }

    @Override
    public GetItem<T> header(String name, String value) {
        return new GetItemCall<>(reader, operation, options.header(name, value));
    }

    @Override
    public Call<T> delegate() {
        return options.call(
                reader.session().dispatcher(), operation.name(), execution -> reader.item(execution, operation));
    }

    @Override
    public String toString() {
        return operation.name();
    }
}
