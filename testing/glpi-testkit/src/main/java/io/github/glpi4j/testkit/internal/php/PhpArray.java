package io.github.glpi4j.testkit.internal.php;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Encodes a PHP array as JSON: a list if its keys are 0, 1, 2… in that order, otherwise an object. An empty array is a
 * list.
 */
public final class PhpArray {
    private PhpArray() {}

    public static JsonNode of(Map<Integer, ? extends JsonNode> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        boolean isList = true;
        for (Map.Entry<Integer, ? extends JsonNode> entry : values.entrySet()) {
            isList &= entry.getKey() == list.size();
            list.add(entry.getValue());
            object.set(entry.getKey().toString(), entry.getValue());
        }
        return isList ? list : object;
    }
}
