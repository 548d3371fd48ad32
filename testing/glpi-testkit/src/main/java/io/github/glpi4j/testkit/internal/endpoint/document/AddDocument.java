package io.github.glpi4j.testkit.internal.endpoint.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.DocumentLink;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.Multipart;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.api.ServerError;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.api.UploadedFile;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.php.PhpTime;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.StoredDocument;
import io.github.glpi4j.testkit.internal.state.StoredFile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds a document with the first file of an upload. A refused file leaves a document without one. */
final class AddDocument implements SessionEndpoint {
    /** The right to add followups to one's own tickets includes adding documents. */
    private static final int ADD_TO_OWN_TICKETS = 4;

    private final UploadResult uploadResult = new UploadResult();

    @Override
    public ApiResponse answer(ApiRequest request, Session session) {
        if (!(request.parameters().get("input") instanceof ObjectNode fields)) {
            throw GlpiError.badArray();
        }
        if (!mayAdd(request, session)) {
            throw GlpiError.of(400, "ERROR_GLPI_ADD", GlpiError.NO_PERMISSION);
        }
        List<UploadedFile> uploads = uploads(request);
        if (request.state().version().isFrom11() && uploads.stream().anyMatch(UploadedFile::hasHugeName)) {
            throw new PhpFailure();
        }
        StoredDocument document = add(request, session, new Parameters(fields), uploads);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", document.id())
                .put("message", "Item successfully added: " + shownName(request, document));
        if (!uploads.isEmpty()) {
            body.set("upload_result", uploadResult.of(uploads, request));
        }
        return answer(request, uploads, body);
    }

    private static boolean mayAdd(ApiRequest request, Session session) {
        return Rights.allow(request, session, "document", Rights.CREATE)
                || Rights.allow(request, session, "followup", ADD_TO_OWN_TICKETS);
    }

    private static List<UploadedFile> uploads(ApiRequest request) {
        return request.contentType().contains("multipart/form-data")
                ? Multipart.parse(request.contentType(), request.received().body())
                        .files()
                : List.of();
    }

    private static StoredDocument add(
            ApiRequest request, Session session, Parameters input, List<UploadedFile> uploads) {
        byte[] bytes = uploads.isEmpty() ? new byte[0] : uploads.get(0).bytes();
        StoredFile file = uploads.isEmpty()
                        || uploads.get(0)
                                .refusal(request.state().documentMaxSize())
                                .isPresent()
                ? null
                : StoredFile.of(uploads.get(0).name(), bytes);
        if (file == null && isForItem(input)) {
            String text = uploads.isEmpty() ? "" : "File " + uploads.get(0).name() + " not found.";
            throw GlpiError.of(400, "ERROR_GLPI_ADD", text);
        }
        Scope scope = session.scope();
        int active = scope == null ? 0 : scope.entity();
        StoredDocument document = new StoredDocument(
                0,
                name(request, input, file),
                input.isSet("comment") ? input.text("comment") : null,
                input.isSet("entities_id") ? (int) input.intval("entities_id") : active,
                session.user().id(),
                links(input),
                file,
                request.state().clock().instant(),
                false);
        StoredDocument added = request.state().documents().add(document, bytes);
        added.links().forEach(link -> addLink(request, added, link));
        return added;
    }

    /** GLPI keeps links as items of their own. */
    private static void addLink(ApiRequest request, StoredDocument document, DocumentLink link) {
        String now = PhpTime.now(request.state().clock());
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("documents_id", document.id())
                .put("itemtype", link.itemtype())
                .put("items_id", link.itemsId())
                .put("entities_id", document.entity())
                .put("users_id", document.user())
                .put("timeline_position", 1)
                .put("date_mod", now)
                .put("date_creation", now);
        request.state().items().table("Document_Item").ifPresent(links -> links.add(row));
    }

    private static boolean isForItem(Parameters input) {
        return !input.isEmpty("itemtype") && input.intval("items_id") > 0;
    }

    private static @Nullable String name(ApiRequest request, Parameters input, @Nullable StoredFile file) {
        if (isForItem(input) && !request.state().version().isFrom11()) {
            // GLPI before 11 ignores the given name and uses the item's, which is unknown here.
            return "Document: " + input.text("itemtype") + " - N/A";
        }
        String fileName = file == null ? null : file.name();
        return input.isEmpty("name") ? fileName : input.text("name");
    }

    private static List<DocumentLink> links(Parameters input) {
        boolean rootEntity = input.text("itemtype").equals("Entity") && input.isSet("items_id");
        return isForItem(input) || rootEntity
                ? List.of(new DocumentLink(input.text("itemtype"), (int) input.intval("items_id")))
                : List.of();
    }

    private static String shownName(ApiRequest request, StoredDocument document) {
        return request.state()
                .version()
                .encode(Objects.requireNonNullElse(document.name(), "Document - ID " + document.id()));
    }

    /** The document exists, but PHP cannot encode a name that is not UTF-8 as JSON. */
    private static ApiResponse answer(ApiRequest request, List<UploadedFile> uploads, ObjectNode body) {
        boolean writable = uploads.stream().allMatch(UploadedFile::hasUtf8Name);
        if (!writable && request.state().version().isFrom11()) {
            return ServerError.of(request);
        }
        ApiResponse answer = writable ? ApiResponse.json(201, body) : ApiResponse.empty(201);
        return answer.with("location", request.apiUrl() + "/Document/" + body.path("id"));
    }
}
