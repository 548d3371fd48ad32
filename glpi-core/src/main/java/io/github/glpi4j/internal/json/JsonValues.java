package io.github.glpi4j.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes JSON into texts, numbers, booleans, nulls, and unmodifiable lists and maps of them. Unlike Jackson's own
 * untyped decoding it makes the final lists and maps at once, with nothing to copy or wrap.
 */
public final class JsonValues {

    /** Enough for most sessions. */
    private static final int EXPECTED = 512;

    /** What lists and maps not yet complete hold so far, the innermost on top. */
    private @Nullable Object[] stack = new @Nullable Object[EXPECTED];

    private int top;

    /** The map that was read last. */
    private @Nullable Map<String, @Nullable Object> previous;

    private JsonValues() {}

    /** Reads the value whose first token is the current one. Afterwards, its last token is the current one. */
    public static @Nullable Object read(JsonParser json) throws IOException {
        return json.currentToken().isScalarValue() ? scalar(json) : new JsonValues().value(json);
    }

    /** Jackson bounds how deep they are nested. */
    private @Nullable Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> map(json);
            case START_ARRAY -> list(json);
            default -> scalar(json);
        };
    }

    private Map<String, @Nullable Object> map(JsonParser json) throws IOException {
        int start = top;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            push(name);
            push(value(json));
        }
        Map<String, @Nullable Object> map = JsonMap.of(stack, start, top, previous);
        previous = map;
        top = start;
        return map;
    }

    private List<@Nullable Object> list(JsonParser json) throws IOException {
        int start = top;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            push(value(json));
        }
        List<@Nullable Object> list = start == top
                ? List.of()
                : Collections.unmodifiableList(Arrays.asList(Arrays.copyOfRange(stack, start, top)));
        top = start;
        return list;
    }

    private void push(@Nullable Object value) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, 2 * top);
        }
        stack[top++] = value;
    }

    private static @Nullable Object scalar(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new UnexpectedJsonException("a value was expected, but the answer has none there");
        };
    }

    /** Beyond the range of a double, a decimal: JSON has no infinity, which Jackson would write as text. */
    private static Number number(JsonParser json) throws IOException {
        Number number = json.getNumberValue();
        if (!(number instanceof Double real && real.isInfinite())) {
            return number;
        }
        try {
            return json.getDecimalValue();
        } catch (NumberFormatException exponentTooLarge) {
            throw new UnexpectedJsonException("a number was expected, but its exponent is out of range");
        }
    }
}
