package io.github.glpi4j.testkit.internal.endpoint.document;

import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.Crash;
import io.github.glpi4j.testkit.internal.api.ErrorPage;
import io.github.glpi4j.testkit.internal.php.Digests;
import io.github.glpi4j.testkit.internal.php.PhpText;
import io.github.glpi4j.testkit.internal.state.StoredDocument;
import io.github.glpi4j.testkit.internal.state.StoredFile;
import java.nio.charset.StandardCharsets;

/** Sends the file of a document, or what GLPI sends in its place. */
final class SendDocument {
    private static final String FOLDER = "/var/www/glpi/files/";

    private SendDocument() {}

    static boolean isWanted(Call call) {
        return call.request().header("Accept").orElse("").equals("application/octet-stream")
                || call.parameters().text("alt").equals("media");
    }

    static Answer answer(Call call, StoredDocument document) {
        StoredFile file = document.file();
        if (file == null) {
            return withoutFile(call, document);
        }
        return call.state()
                .documents()
                .read(file)
                .map(bytes -> file(call, document, file, bytes))
                .orElseGet(() -> lost(call, file));
    }

    private static Answer file(Call call, StoredDocument document, StoredFile file, byte[] bytes) {
        String etag = Digests.md5(bytes);
        boolean known = call.request().header("If-None-Match").orElse("").trim().equals(etag);
        // PHP adds its own charset to every text, whatever the text is in.
        String type = file.mime() + (file.mime().startsWith("text/") ? ";charset=UTF-8" : "");
        return headers(
                        file(call, known, bytes),
                        document,
                        etag,
                        disposition(file.mime()) + names(call.state().version().encode(file.name())))
                .with("Content-Type", type);
    }

    private static Answer file(Call call, boolean known, byte[] bytes) {
        int status = known ? 304 : 200;
        byte[] body = known ? new byte[0] : bytes;
        return call.state().version().isFrom11() ? Answer.fileOf11(status, body) : Answer.file(status, body);
    }

    /** GLPI before 11 reads the folder in place of a file: the checksum is that of nothing, and the status is good. */
    private static Answer withoutFile(Call call, StoredDocument document) {
        if (call.state().version().isFrom11()) {
            return Crash.of(call);
        }
        byte[] text = ("Error opening file " + FOLDER).getBytes(StandardCharsets.UTF_8);
        return headers(Answer.file(200, text), document, Digests.md5(new byte[0]), disposition("") + names(""));
    }

    private static Answer lost(Call call, StoredFile file) {
        return call.state().version().isFrom11()
                ? ErrorPage.of(call.request(), 404, "Item not found", "The requested item was not found.")
                : Answer.page("Error file " + FOLDER + file.path() + " does not exist");
    }

    private static Answer headers(Answer answer, StoredDocument document, String etag, String disposition) {
        return answer.with("Last-Modified", DocumentItem.lastModified(document))
                .with("Etag", etag)
                .with("Content-disposition", disposition);
    }

    /** Nothing for what a browser shows in its window. */
    private static String disposition(String mime) {
        boolean shown = (mime.startsWith("image/") && !mime.equals("image/svg+xml")) || mime.equals("application/pdf");
        return shown ? "" : "attachment; ";
    }

    /** The name in Latin-1 as far as that goes, which is how the server writes headers, then in UTF-8. */
    private static String names(String name) {
        String latin1 = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        return "filename=\"" + PhpText.addslashes(latin1) + "\"; filename*=utf-8''" + PhpText.rawurlencode(name);
    }
}
