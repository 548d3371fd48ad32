package io.github.glpi4j.testkit.internal.endpoint.document;

import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.api.SessionCheck;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.StoredDocument;
import java.util.Optional;
import java.util.regex.Pattern;

/** Adds, downloads and deletes single documents. */
public final class DocumentEndpoint implements Endpoint {
    private static final Pattern ID = Pattern.compile("\\d{1,9}");

    private final AddDocument add = new AddDocument();
    private final Endpoint other;

    /** Delegates what is the same for items of any type, such as lists. */
    public DocumentEndpoint(Endpoint other) {
        this.other = other;
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        boolean one =
                request.path().size() == 2 && ID.matcher(request.path().get(1)).matches();
        return switch (request.received().method()) {
            case "POST" ->
                request.parameters().get("input").isArray()
                        ? other.answer(request)
                        : add.answer(request, SessionCheck.check(request));
            case "GET" -> one ? get(request, SessionCheck.check(request)) : other.answer(request);
            case "DELETE" -> one ? delete(request, SessionCheck.check(request)) : other.answer(request);
            default -> other.answer(request);
        };
    }

    private ApiResponse get(ApiRequest request, Session session) {
        StoredDocument document = find(request).orElseThrow(GlpiError::itemNotFound);
        if (sendsOnLoad(request)) {
            return DownloadDocument.answer(request, document);
        }
        return DownloadDocument.isWanted(request) && Rights.allow(request, session, "document", Rights.READ)
                ? DownloadDocument.answer(request, document)
                : other.answer(request);
    }

    private static ApiResponse delete(ApiRequest request, Session session) {
        StoredDocument document =
                find(request).orElseThrow(() -> GlpiError.of(400, "ERROR_GLPI_DELETE", "Item not found"));
        return sendsOnLoad(request)
                ? DownloadDocument.answer(request, document)
                : DeleteDocument.answer(request, session, document);
    }

    private static Optional<StoredDocument> find(ApiRequest request) {
        return request.state().documents().find(Integer.parseInt(request.path().get(1)));
    }

    /** Before 11, any request that loads a document sends its file without checking rights, and ends there. */
    private static boolean sendsOnLoad(ApiRequest request) {
        return DownloadDocument.isWanted(request) && !request.state().version().isFrom11();
    }
}
