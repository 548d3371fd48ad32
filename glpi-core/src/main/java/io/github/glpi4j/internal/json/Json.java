package io.github.glpi4j.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one Jackson mapper, and the few ways in which answers use it. */
public final class Json {

    private static final RecyclerPool<BufferRecycler> BUFFERS = JsonRecyclerPools.newBoundedPool(32);

    public static final ObjectMapper MAPPER = new ObjectMapper(newFactory());

    private Json() {}

    /**
     * {@return a factory whose buffers belong to the library} By default Jackson keeps them with each thread that has used
     * it, and with them the class loader of an application that a container has undeployed.
     */
    public static JsonFactory newFactory() {
        return JsonFactory.builder().recyclerPool(BUFFERS).build();
    }

    /** An object, or PHP's empty map, which is {@code []}. Its first token is the current one. */
    public static Map<String, @Nullable Object> object(JsonParser json, String what) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY && json.nextToken() == JsonToken.END_ARRAY) {
            return Map.of();
        }
        expect(json, JsonToken.START_OBJECT, what);
        return PhpValues.entries(JsonValues.read(json));
    }

    /** An object or a list, as PHP arrays come: the entries by key. Its first token is the current one. */
    public static Map<String, @Nullable Object> entries(JsonParser json, String what) throws IOException {
        return PhpValues.entries(array(json, what));
    }

    /** The values of an object or a list. Its first token is the current one. */
    public static Collection<? extends @Nullable Object> values(JsonParser json, String what) throws IOException {
        Object array = array(json, what);
        return array instanceof List<?> list ? list : PhpValues.entries(array).values();
    }

    private static @Nullable Object array(JsonParser json, String what) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT && json.currentToken() != JsonToken.START_ARRAY) {
            throw new UnexpectedJsonException(what + " was expected to be an object or a list");
        }
        return JsonValues.read(json);
    }

    public static void expect(JsonParser json, JsonToken token, String what) throws IOException {
        if (json.currentToken() != token) {
            throw new UnexpectedJsonException(what + " was expected, but the answer has something else there");
        }
    }

    public static String text(Map<String, ? extends @Nullable Object> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("decoded JSON that is no JSON", e);
        }
    }

    /**
     * {@return a JSON object}
     *
     * @throws IOException if the text is something else
     */
    public static Map<String, @Nullable Object> parse(String text) throws IOException {
        try (JsonParser json = MAPPER.createParser(text)) {
            json.nextToken();
            expect(json, JsonToken.START_OBJECT, "an object");
            Map<String, @Nullable Object> object = PhpValues.entries(JsonValues.read(json));
            if (json.nextToken() != null) {
                throw new UnexpectedJsonException("more than an object");
            }
            return object;
        }
    }

    public static byte[] bytes(Map<String, ? extends @Nullable Object> object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts that is no JSON", e);
        }
    }
}
