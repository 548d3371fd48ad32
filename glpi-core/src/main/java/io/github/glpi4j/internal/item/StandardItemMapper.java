package io.github.glpi4j.internal.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.item.ItemMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maps items with Jackson. Its exceptions contain no values, which may be confidential: hence they have no cause, since
 * Jackson quotes values.
 */
public final class StandardItemMapper implements ItemMapper {

    public static final StandardItemMapper INSTANCE = new StandardItemMapper();

    private final JsonMapper mapper;

    private StandardItemMapper() {
        JsonMapper.Builder builder = JsonMapper.builder(Json.newFactory())
                .propertyNamingStrategy(new FieldNames())
                .addModule(GlpiTypes.module())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS) // as positions of constants
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS);
        for (CoercionInputShape empty : List.of(CoercionInputShape.EmptyString, CoercionInputShape.EmptyArray)) {
            builder.withCoercionConfig(LogicalType.POJO, config -> config.setCoercion(empty, CoercionAction.AsNull));
            builder.withCoercionConfig(LogicalType.Enum, config -> config.setCoercion(empty, CoercionAction.AsNull));
        }
        this.mapper = builder.build();
    }

    /** GLPI's names of fields: snake case. A name without capitals is literal, also if it starts with an underscore. */
    private static final class FieldNames extends PropertyNamingStrategies.SnakeCaseStrategy {

        private static final long serialVersionUID = 1;

        @Override
        public String translate(String name) {
            return name != null && name.chars().anyMatch(Character::isUpperCase) ? super.translate(name) : name;
        }
    }

    /** Reads decoded JSON, without the detour through text. */
    <T> T read(Map<String, ? extends @Nullable Object> values, Class<T> type) {
        ObjectReader reader = mapper.readerFor(type);
        try (TokenBuffer buffer = new TokenBuffer(mapper, false)) {
            Json.MAPPER.writeValue(buffer, values);
            return read(reader, buffer.asParser(), type);
        } catch (IOException e) {
            throw new IllegalArgumentException(unreadable(type) + reason(e));
        }
    }

    @Override
    public <T> T read(String json, Class<T> type) {
        ObjectReader reader = mapper.readerFor(type);
        try (JsonParser parser = mapper.createParser(json)) {
            return read(reader, parser, type);
        } catch (IOException e) {
            throw new IllegalArgumentException(unreadable(type) + reason(e));
        }
    }

    private static <T> T read(ObjectReader reader, JsonParser parser, Class<T> type) throws IOException {
        T object = reader.readValue(parser);
        if (object == null) {
            throw new IllegalArgumentException(unreadable(type) + "it is null");
        }
        return object;
    }

    @Override
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a " + value.getClass().getName() + " cannot be written: " + reason(e));
        }
    }

    private static String unreadable(Class<?> type) {
        return "not readable as " + type.getName() + ": ";
    }

    private static String reason(IOException e) {
        if (!(e instanceof JsonMappingException failure)) {
            return "it is not JSON";
        }
        String path = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        String where = path.isEmpty() ? "" : "field " + path.substring(path.startsWith(".") ? 1 : 0) + ": ";
        if (failure instanceof InvalidDefinitionException definition) {
            return where
                    + name(
                            definition.getType() == null
                                    ? null
                                    : definition.getType().getRawClass())
                    + " is no record, no bean with a constructor without arguments, or not open to"
                    + " com.fasterxml.jackson.databind";
        }
        Throwable cause = failure.getCause();
        if (cause != null && !(cause instanceof IOException)) {
            return where + "the class failed with " + cause.getClass().getName();
        }
        return where + "the value does not fit "
                + name(failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null);
    }

    private static String name(@Nullable Class<?> type) {
        return type == null ? "the class" : type.getName();
    }
}
