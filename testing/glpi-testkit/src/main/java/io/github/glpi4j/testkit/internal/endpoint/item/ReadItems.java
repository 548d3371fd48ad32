package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.api.Sanitizer;
import io.github.glpi4j.testkit.internal.php.Digests;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads single items. */
final class ReadItems {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final ApiRequest request;
    private final ItemAccess access;
    private final ItemJson json;
    private final RelatedItems related;

    ReadItems(ApiRequest request, Session session) {
        this.request = request;
        this.access = new ItemAccess(request, session);
        this.json = new ItemJson(request);
        this.related = new RelatedItems(request, json);
    }

    ApiResponse one(ItemTable table, @Nullable Long id) {
        Item item = find(table, id);
        ApiResponse response = ApiResponse.json(200, write(table, item));
        boolean hashed = request.parameters().isTruthy("get_sha1");
        JsonNode modified = table.columns().value(item, "date_mod");
        return hashed || !modified.isTextual() ? response : withLastModified(response, modified.textValue());
    }

    private ApiResponse withLastModified(ApiResponse response, String modified) {
        ZoneId zone = request.state().clock().getZone();
        try {
            LocalDateTime time = LocalDateTime.parse(modified, TIME);
            return response.with(
                    "Last-Modified", HTTP_DATE.format(time.atZone(zone).withZoneSameInstant(ZoneOffset.UTC)));
        } catch (DateTimeParseException notATime) {
            return response;
        }
    }

    /** GLPI loads an item before it checks the right. */
    Item find(ItemTable table, @Nullable Long id) {
        Item item = ItemPath.find(table, id).orElseThrow(GlpiError::itemNotFound);
        if (!access.mayRead(table, item)) {
            throw GlpiError.rightMissing(request.state().version());
        }
        return item;
    }

    JsonNode write(ItemTable table, Item item) {
        ObjectNode row = json.write(table, item, related.of(table, item));
        if (!request.parameters().isTruthy("get_sha1")) {
            return row;
        }
        if (Sanitizer.plainIsWanted(request) && !request.state().version().isFrom11()) {
            throw new PhpFailure();
        }
        return TextNode.valueOf(Digests.sha1(row.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
