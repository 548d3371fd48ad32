package io.github.glpi4j.testkit.internal.endpoint.document;

import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.api.SessionCheck;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.StoredDocument;
import java.util.Optional;
import java.util.regex.Pattern;

/** Adds, reads, sends and deletes documents, one at a time. */
public final class DocumentEndpoint implements Endpoint {
    private static final Pattern ID = Pattern.compile("\\d{1,9}");

    private final AddDocument add = new AddDocument();
    private final Endpoint other;

    /** What it does not know, such as lists, goes elsewhere. */
    public DocumentEndpoint(Endpoint other) {
        this.other = other;
    }

    @Override
    public Answer answer(Call call) {
        boolean one = call.path().size() == 2 && ID.matcher(call.path().get(1)).matches();
        return switch (call.request().method()) {
            case "POST" ->
                call.parameters().get("input").isArray()
                        ? other.answer(call)
                        : add.answer(call, SessionCheck.check(call));
            case "GET" -> one ? get(call, SessionCheck.check(call)) : other.answer(call);
            case "DELETE" -> one ? delete(call, SessionCheck.check(call)) : other.answer(call);
            default -> other.answer(call);
        };
    }

    private static Answer get(Call call, Session session) {
        StoredDocument document = find(call).orElseThrow(GlpiError::itemNotFound);
        if (sendsOnLoad(call)) {
            return SendDocument.answer(call, document);
        }
        if (!Rights.allow(call, session, "document", Rights.READ)) {
            throw GlpiError.rightMissing(call.state().version());
        }
        return SendDocument.isWanted(call) ? SendDocument.answer(call, document) : DocumentItem.answer(call, document);
    }

    private static Answer delete(Call call, Session session) {
        StoredDocument document =
                find(call).orElseThrow(() -> GlpiError.of(400, "ERROR_GLPI_DELETE", "Item not found"));
        return sendsOnLoad(call) ? SendDocument.answer(call, document) : DeleteDocument.answer(call, session, document);
    }

    private static Optional<StoredDocument> find(Call call) {
        return call.state().documents().find(Integer.parseInt(call.path().get(1)));
    }

    /** Before 11 whatever loads a document sends its file, whoever asks, and goes no further. */
    private static boolean sendsOnLoad(Call call) {
        return SendDocument.isWanted(call) && !call.state().version().isFrom11();
    }
}
