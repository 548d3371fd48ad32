package io.github.glpi4j.internal.item;

import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.NameDecoder;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.json.GlpiText;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.item.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the texts of items. GLPI 10 decodes the fields of an item itself if it is asked to, but not what is nested in
 * them; GLPI 9.5 decodes nothing; from version 11 on, nothing is encoded.
 */
public final class EncodedItems {

    /** GLPI's header for text without entities; only {@code false} switches them off. */
    static final String HEADER = "X-GLPI-Sanitized-Content";

    private static final int KNOWS_HEADER_SINCE = 10;

    private EncodedItems() {}

    /** Maps the texts of decoded JSON, either those of fields or those nested in them. */
    @FunctionalInterface
    interface Texts<V> {
        V map(V value, Predicate<Object> selected, UnaryOperator<String> text);
    }

    /** Sends an operation and decodes the texts of its value. */
    static <V> CompletionStage<V> decode(
            Execution execution, SessionCaller session, Operation<V> operation, Texts<V> texts) {
        return decode(execution, session, operation, texts, KNOWS_HEADER_SINCE);
    }

    /**
     * As the other one, for endpoints where the header has no effect on fields.
     *
     * @param plainSince the first version whose fields are not encoded
     */
    static <V> CompletionStage<V> decode(
            Execution execution, SessionCaller session, Operation<V> operation, Texts<V> texts, int plainSince) {
        NameDecoder names = session.names();
        Predicate<Object> fields = String.class::isInstance;
        return session.source()
                .send(execution, operation.header(HEADER, "false"))
                .thenCompose(value -> names.decode(
                        execution,
                        session.source(),
                        value,
                        (shown, text) -> texts.map(shown, fields, text),
                        plainSince))
                .thenCompose(value -> names.decode(
                        execution,
                        session.source(),
                        value,
                        (shown, text) -> texts.map(shown, fields.negate(), text),
                        GlpiText.FIRST_PLAIN_VERSION));
    }

    static Page<Map<String, @Nullable Object>> page(
            Page<Map<String, @Nullable Object>> page, Predicate<Object> selected, UnaryOperator<String> text) {
        List<Map<String, @Nullable Object>> decoded = null;
        for (int i = 0; i < page.rows().size(); i++) {
            Map<String, @Nullable Object> row = page.rows().get(i);
            Map<String, @Nullable Object> plain = item(row, selected, text);
            if (plain != row) {
                decoded = decoded == null ? new ArrayList<>(page.rows()) : decoded;
                decoded.set(i, plain);
            }
        }
        return decoded == null ? page : new Page<>(decoded, page.first(), page.total(), page.isLast());
    }

    /** {@return the same map if no text changes} */
    static Map<String, @Nullable Object> item(
            Map<String, @Nullable Object> values, Predicate<Object> selected, UnaryOperator<String> text) {
        if (!GlpiText.mayBeEncoded(values)) {
            return values;
        }
        Decoding decoding = new Decoding(values, selected, text);
        values.forEach(decoding);
        return decoding.result;
    }

    /** Collects the changes of one item. */
    private static final class Decoding implements BiConsumer<String, @Nullable Object> {

        private final Predicate<Object> selected;
        private final UnaryOperator<String> text;
        private Map<String, @Nullable Object> result;

        Decoding(Map<String, @Nullable Object> values, Predicate<Object> selected, UnaryOperator<String> text) {
            this.result = values;
            this.selected = selected;
            this.text = text;
        }

        @Override
        public void accept(String field, @Nullable Object value) {
            if (value != null && selected.test(value)) {
                Object plain = deep(value);
                if (plain != value) {
                    result = PhpValues.with(result, field, plain);
                }
            }
        }

        private Object deep(Object value) {
            if (value instanceof String encoded) {
                return text.apply(encoded);
            }
            if (value instanceof Map<?, ?> map && !map.isEmpty()) {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, nested) -> copy.put(String.valueOf(name), nested == null ? null : deep(nested)));
                return PhpValues.freeze(copy);
            }
            if (value instanceof List<?> list && !list.isEmpty()) {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(nested -> copy.add(nested == null ? null : deep(nested)));
                return Collections.unmodifiableList(copy);
            }
            return value;
        }
    }
}
