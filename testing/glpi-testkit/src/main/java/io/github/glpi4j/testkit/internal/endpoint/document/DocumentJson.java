package io.github.glpi4j.testkit.internal.endpoint.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import io.github.glpi4j.testkit.internal.state.StoredDocument;
import io.github.glpi4j.testkit.internal.state.StoredFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The fields of a document as JSON. */
final class DocumentJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final Set<String> SANITIZED = Set.of("true", "on", "1", "yes");

    private DocumentJson() {}

    static ApiResponse answer(ApiRequest request, StoredDocument document) {
        ObjectNode item = fields(document, request.state(), encoder(request));
        if (!request.parameters().isSet("get_hateoas") || request.parameters().isTruthy("get_hateoas")) {
            addLinks(item, request.apiUrl());
        }
        return ApiResponse.json(200, item).with("Last-Modified", lastModified(document));
    }

    static String lastModified(StoredDocument document) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(document.created().atOffset(ZoneOffset.UTC));
    }

    private static ObjectNode fields(StoredDocument document, GlpiState state, UnaryOperator<String> encoder) {
        StoredFile file = document.file();
        String time = TIME.withZone(state.clock().getZone()).format(document.created());
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", document.id());
        item.put("entities_id", document.entity());
        item.put("is_recursive", 0);
        item.put("name", encode(document.name(), encoder));
        item.put("filename", file == null ? null : encode(file.name(), encoder));
        item.put("filepath", file == null ? null : file.path());
        item.put("documentcategories_id", 0);
        item.put("mime", file == null ? null : file.mime());
        item.put("date_mod", time);
        item.put("comment", encode(document.comment(), encoder));
        item.put("is_deleted", document.inTrash() ? 1 : 0);
        item.putNull("link");
        item.put("users_id", document.user());
        item.put("tickets_id", 0);
        item.put("sha1sum", file == null ? null : file.sha1());
        item.put("is_blacklisted", 0);
        item.put("tag", tag(document));
        item.put("date_creation", time);
        return item;
    }

    /** A tag by which texts refer to the document: a prefix for the server, then the time and a unique part. */
    private static String tag(StoredDocument document) {
        Instant created = document.created();
        return String.format(
                Locale.ROOT,
                "25e1d2f3-5b3d48ff-%08x%05x0.%08d",
                created.getEpochSecond(),
                created.getNano() / 1000,
                document.id());
    }

    /** As of GLPI 10, a client can request plain text by any value other than the usual words for true. */
    private static UnaryOperator<String> encoder(ApiRequest request) {
        GlpiVersion version = request.state().version();
        boolean plain = !version.isBefore10()
                && request.received()
                        .header("X-GLPI-Sanitized-Content")
                        .filter(value -> !SANITIZED.contains(value.toLowerCase(Locale.ROOT)))
                        .isPresent();
        return plain ? UnaryOperator.identity() : version::encode;
    }

    private static @Nullable String encode(@Nullable String text, UnaryOperator<String> encoder) {
        return text == null ? null : encoder.apply(text);
    }

    private static void addLinks(ObjectNode item, String apiUrl) {
        ArrayNode links = item.putArray("links");
        links.addObject().put("rel", "Entity").put("href", apiUrl + "/Entity/" + item.path("entities_id"));
        links.addObject().put("rel", "User").put("href", apiUrl + "/User/" + item.path("users_id"));
    }
}
