package io.github.glpi4j.testkit.internal.php;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a call, with PHP's idea of what is true, empty and text. */
public final class Parameters {
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private final ObjectNode values;

    public Parameters(ObjectNode values) {
        this.values = values;
    }

    public JsonNode get(String name) {
        JsonNode value = values.get(name);
        return value == null ? MissingNode.getInstance() : value;
    }

    /** PHP's isset: there, and not null. */
    public boolean isSet(String name) {
        return !get(name).isMissingNode() && !get(name).isNull();
    }

    public boolean isEmpty(String name) {
        return !isTruthy(get(name));
    }

    public boolean isTruthy(String name) {
        return isTruthy(get(name));
    }

    /** PHP's {@code == 1}. */
    public boolean isOne(String name) {
        JsonNode value = get(name);
        boolean byTruth = value.isBoolean() || value.isObject();
        return byTruth ? isTruthy(value) : value.asDouble() == 1;
    }

    /** The value where PHP wants a whole number: text counts as far as it is one, a list counts as 1. */
    public long intval(String name) {
        JsonNode value = get(name);
        if (value.isTextual()) {
            Matcher number = NUMBER.matcher(value.textValue());
            return number.lookingAt() ? (long) Double.parseDouble(number.group().strip()) : 0;
        }
        return value.isNumber() ? value.longValue() : isTruthy(value) ? 1 : 0;
    }

    /** The value where PHP wants a string: true is 1, false and null are empty. */
    public String text(String name) {
        JsonNode value = get(name);
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "";
        }
        return value.isContainerNode() ? "Array" : value.isNull() ? "" : value.asText();
    }

    /** False for what PHP calls empty; an object is never empty, not even {@code {}}. */
    public static boolean isTruthy(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> false;
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.doubleValue() != 0;
            case STRING -> !value.textValue().isEmpty() && !value.textValue().equals("0");
            case ARRAY -> !value.isEmpty();
            default -> true;
        };
    }
}
