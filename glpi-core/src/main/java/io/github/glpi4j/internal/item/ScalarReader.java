package io.github.glpi4j.internal.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a scalar, whatever kind of scalar GLPI made of it; empty text is a missing value unless text is expected. */
final class ScalarReader<T> extends JsonDeserializer<T> {

    private final Class<T> type;
    private final @Nullable T absent;
    private final Function<Object, @Nullable T> read;

    /**
     * Reads one type.
     *
     * @param absent what a missing value becomes
     * @param read from a string, number or boolean; throws a NumberFormatException, ArithmeticException or
     *     DateTimeException if the value does not fit
     */
    ScalarReader(Class<T> type, @Nullable T absent, Function<Object, @Nullable T> read) {
        this.type = type;
        this.absent = absent;
        this.read = read;
    }

    @Override
    public @Nullable T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) {
            return element(json, context);
        }
        if (!token.isScalarValue()) {
            return context.reportInputMismatch(type, "not a scalar");
        }
        Object value = token.isNumeric()
                ? json.getNumberValue()
                : token.isBoolean() ? (Object) json.getBooleanValue() : json.getText();
        if (type != String.class && value instanceof String text && text.isBlank()) {
            return absent;
        }
        try {
            T result = read.apply(value);
            return result == null ? absent : result;
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return context.reportInputMismatch(type, "does not fit");
        }
    }

    /** GLPI 11 has a list of groups where GLPI 10 has a group or none. */
    private @Nullable T element(JsonParser json, DeserializationContext context) throws IOException {
        if (json.nextToken() == JsonToken.END_ARRAY) {
            return absent;
        }
        T only = json.currentToken().isScalarValue() ? deserialize(json, context) : null;
        if (only == null || json.nextToken() != JsonToken.END_ARRAY) {
            return context.reportInputMismatch(type, "not a scalar");
        }
        return only;
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context) {
        return absent;
    }
}
