package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields that a client sends, as GLPI stores them. */
final class StoredInput {
    /** What text does not contain if it is encoded. */
    private static final Pattern MARKUP = Pattern.compile("[<>]|&(?!#?[A-Za-z0-9]+;)");

    private final ApiRequest request;

    StoredInput(ApiRequest request) {
        this.request = request;
    }

    /** Before GLPI 11, text that is encoded already is not encoded again. */
    ObjectNode convert(ObjectNode input) {
        ObjectNode fields = input.deepCopy();
        if (!request.state().version().isFrom11()) {
            for (Map.Entry<String, JsonNode> field : fields.properties()) {
                JsonNode value = field.getValue();
                if (value.isTextual() && !MARKUP.matcher(value.textValue()).find()) {
                    field.setValue(TextNode.valueOf(request.state().version().decode(value.textValue())));
                }
            }
        }
        return fields;
    }
}
