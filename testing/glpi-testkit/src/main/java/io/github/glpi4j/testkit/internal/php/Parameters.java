package io.github.glpi4j.testkit.internal.php;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a request, converted by PHP's rules. */
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

    /** PHP's isset: present and not null. */
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

    /** PHP's intval: the number that a text starts with, and 1 for a non-empty array. */
    public long intval(String name) {
        JsonNode value = get(name);
        if (value.isTextual()) {
            Matcher number = NUMBER.matcher(value.textValue());
            return number.lookingAt() ? (long) Double.parseDouble(number.group().strip()) : 0;
        }
        return value.isNumber() ? value.longValue() : isTruthy(value) ? 1 : 0;
    }

    /** Converts to text like PHP: true is {@code "1"}, false and null are empty. */
    public String text(String name) {
        JsonNode value = get(name);
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "";
        }
        return value.isContainerNode() ? "Array" : value.isNull() ? "" : value.asText();
    }

    /** Returns false for what PHP calls empty; an object is never empty, not even {@code {}}. */
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
