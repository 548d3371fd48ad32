package io.github.glpi4j.internal.item;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How GLPI's values become those of Java, and the reverse. */
final class GlpiTypes {

    private GlpiTypes() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("glpi4j");
        add(module, String.class, null, String::valueOf);
        add(module, Long.class, null, value -> decimal(value).longValueExact());
        add(module, long.class, 0L, value -> decimal(value).longValueExact());
        add(module, Integer.class, null, value -> decimal(value).intValueExact());
        add(module, int.class, 0, value -> decimal(value).intValueExact());
        add(module, Short.class, null, value -> decimal(value).shortValueExact());
        add(module, short.class, (short) 0, value -> decimal(value).shortValueExact());
        add(module, Byte.class, null, value -> decimal(value).byteValueExact());
        add(module, byte.class, (byte) 0, value -> decimal(value).byteValueExact());
        add(module, Double.class, null, value -> finite(decimal(value).doubleValue()));
        add(module, double.class, 0.0, value -> finite(decimal(value).doubleValue()));
        add(module, Float.class, null, value -> (float) finite(decimal(value).floatValue()));
        add(module, float.class, 0.0f, value -> (float) finite(decimal(value).floatValue()));
        add(module, BigDecimal.class, null, GlpiTypes::decimal);
        add(module, BigInteger.class, null, value -> decimal(value).toBigIntegerExact());
        add(module, Boolean.class, null, GlpiTypes::bool);
        add(module, boolean.class, false, GlpiTypes::bool);
        add(module, LocalDateTime.class, null, GlpiTypes::dateTime);
        add(module, LocalDate.class, null, value -> {
            LocalDateTime time = dateTime(value);
            return time == null ? null : time.toLocalDate();
        });
        module.setDeserializerModifier(new Shapes());
        module.addSerializer(LocalDateTime.class, new Text<>(ItemValues::text));
        module.addSerializer(LocalDate.class, new Text<>(LocalDate::toString));
        module.addSerializer(Boolean.class, new ZeroOrOne());
        module.addSerializer(boolean.class, new ZeroOrOne());
        return module;
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, @Nullable T absent, Function<Object, @Nullable T> read) {
        module.addDeserializer(type, new ScalarReader<>(type, absent, read));
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof Boolean bool
                ? BigDecimal.valueOf(bool ? 1 : 0)
                : ItemValues.decimal(value).orElseThrow(NumberFormatException::new);
    }

    private static double finite(double number) {
        if (Double.isInfinite(number)) {
            throw new ArithmeticException("out of range");
        }
        return number;
    }

    private static boolean bool(Object value) {
        return !"false".equals(value) && ("true".equals(value) || decimal(value).signum() != 0);
    }

    private static @Nullable LocalDateTime dateTime(Object value) {
        return ItemValues.isZeroDate(value)
                ? null
                : ItemValues.dateTime(value).orElseThrow(() -> new DateTimeException("no date"));
    }

    /** GLPI shows lists as objects, maps as lists, and numbers for what an application has constants for. */
    private static final class Shapes extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription description,
                JsonDeserializer<?> reader) {
            return new ShapeReader(type, reader, ShapeReader.Shape.LIST);
        }

        @Override
        public JsonDeserializer<?> modifyArrayDeserializer(
                DeserializationConfig config, ArrayType type, BeanDescription description, JsonDeserializer<?> reader) {
            return type.getContentType().hasRawClass(byte.class) // text in Base64
                    ? reader
                    : new ShapeReader(type, reader, ShapeReader.Shape.LIST);
        }

        @Override
        public JsonDeserializer<?> modifyMapDeserializer(
                DeserializationConfig config, MapType type, BeanDescription description, JsonDeserializer<?> reader) {
            return new ShapeReader(type, reader, ShapeReader.Shape.MAP);
        }

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> reader) {
            return new ShapeReader(type, reader, ShapeReader.Shape.TEXT);
        }
    }

    /** Writes a value as text. */
    private static final class Text<T> extends JsonSerializer<T> {

        private final Function<T, String> text;

        Text(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text.apply(value));
        }
    }

    /** Writes a boolean as GLPI shows it. */
    private static final class ZeroOrOne extends JsonSerializer<Boolean> {

        @Override
        public void serialize(Boolean value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(value ? 1 : 0);
        }
    }
}
