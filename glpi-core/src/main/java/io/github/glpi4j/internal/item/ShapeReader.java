package io.github.glpi4j.internal.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives a value the shape that Jackson's own deserializer expects. */
final class ShapeReader extends JsonDeserializer<Object> implements ContextualDeserializer {

    private final JavaType type;
    private final JsonDeserializer<?> reader;
    private final Shape shape;

    /** The shape that is expected. */
    enum Shape {
        LIST,
        MAP,
        TEXT
    }

    ShapeReader(JavaType type, JsonDeserializer<?> reader, Shape shape) {
        this.type = type;
        this.reader = reader;
        this.shape = shape;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        return new ShapeReader(type, context.handleSecondaryContextualization(reader, property, type), shape);
    }

    @Override
    public @Nullable Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return reader.deserialize(shaped(json, context), context);
    }

    private JsonParser shaped(JsonParser json, DeserializationContext context) throws IOException {
        JsonToken token = json.currentToken();
        boolean fits = switch (shape) {
            case LIST -> token == JsonToken.START_ARRAY;
            case MAP -> token == JsonToken.START_OBJECT || (token.isScalarValue() && !isNone(json));
            case TEXT -> !(token.isNumeric() || token.isBoolean());
        };
        if (fits) {
            return json;
        }
        TokenBuffer buffer = context.bufferForInputBuffering(json);
        switch (shape) {
            case LIST -> writeList(json, buffer);
            case MAP -> writeMap(json, buffer);
            case TEXT -> buffer.writeString(json.getText());
        }
        return buffer.asParserOnFirstToken();
    }

    /** The values of an object, or a single element. */
    private static void writeList(JsonParser json, TokenBuffer buffer) throws IOException {
        buffer.writeStartArray();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                json.nextToken();
                buffer.copyCurrentStructure(json);
            }
        } else if (!isNone(json)) {
            buffer.copyCurrentStructure(json);
        }
        buffer.writeEndArray();
    }

    /** The elements of a list by their positions. */
    private static void writeMap(JsonParser json, TokenBuffer buffer) throws IOException {
        buffer.writeStartObject();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                buffer.writeFieldName(String.valueOf(i));
                buffer.copyCurrentStructure(json);
            }
        }
        buffer.writeEndObject();
    }

    /** What PHP takes for empty: GLPI 10 has 0 where GLPI 11 has an empty list of groups. */
    private static boolean isNone(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_FALSE -> true;
            case VALUE_STRING, VALUE_NUMBER_INT ->
                json.getText().isBlank() || json.getText().equals("0");
            default -> false;
        };
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) throws JsonMappingException {
        return reader.getNullValue(context);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
        return reader.getAbsentValue(context);
    }

    @Override
    public @Nullable Object getEmptyValue(DeserializationContext context) throws JsonMappingException {
        return reader.getEmptyValue(context);
    }
}
