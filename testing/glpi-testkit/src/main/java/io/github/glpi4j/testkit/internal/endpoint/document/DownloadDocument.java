package io.github.glpi4j.testkit.internal.endpoint.document;

import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.ErrorPage;
import io.github.glpi4j.testkit.internal.api.ServerError;
import io.github.glpi4j.testkit.internal.php.Digests;
import io.github.glpi4j.testkit.internal.php.PhpText;
import io.github.glpi4j.testkit.internal.php.PhpTime;
import io.github.glpi4j.testkit.internal.state.StoredDocument;
import io.github.glpi4j.testkit.internal.state.StoredFile;
import java.nio.charset.StandardCharsets;

/** Sends the file of a document, or GLPI's response if there is none. */
final class DownloadDocument {
    private static final String FOLDER = "/var/www/glpi/files/";

    private DownloadDocument() {}

    static boolean isWanted(ApiRequest request) {
        return request.received().header("Accept").orElse("").equals("application/octet-stream")
                || request.parameters().text("alt").equals("media");
    }

    static ApiResponse answer(ApiRequest request, StoredDocument document) {
        StoredFile file = document.file();
        if (file == null) {
            return withoutFile(request, document);
        }
        return request.state()
                .documents()
                .read(file)
                .map(bytes -> file(request, document, file, bytes))
                .orElseGet(() -> lost(request, file));
    }

    private static ApiResponse file(ApiRequest request, StoredDocument document, StoredFile file, byte[] bytes) {
        String etag = Digests.md5(bytes);
        boolean known =
                request.received().header("If-None-Match").orElse("").trim().equals(etag);
        // PHP declares every text as UTF-8, regardless of its encoding.
        String type = file.mime() + (file.mime().startsWith("text/") ? ";charset=UTF-8" : "");
        return headers(
                        file(request, known, bytes),
                        document,
                        etag,
                        disposition(file.mime())
                                + names(request.state().version().encode(file.name())))
                .with("Content-Type", type);
    }

    /** Returns the file, or 304 if the client knows it. */
    static ApiResponse file(ApiRequest request, boolean known, byte[] bytes) {
        int status = known ? 304 : 200;
        byte[] body = known ? new byte[0] : bytes;
        return request.state().version().isFrom11()
                ? ApiResponse.fileOf11(status, body)
                : ApiResponse.file(status, body);
    }

    /**
     * GLPI before 11 opens the folder instead of a file: the status is 200 and the checksum is that of empty content.
     */
    private static ApiResponse withoutFile(ApiRequest request, StoredDocument document) {
        if (request.state().version().isFrom11()) {
            return ServerError.of(request);
        }
        byte[] text = ("Error opening file " + FOLDER).getBytes(StandardCharsets.UTF_8);
        return headers(ApiResponse.file(200, text), document, Digests.md5(new byte[0]), disposition("") + names(""));
    }

    private static ApiResponse lost(ApiRequest request, StoredFile file) {
        return request.state().version().isFrom11()
                ? ErrorPage.of(request.received(), 404, "Item not found", "The requested item was not found.")
                : ApiResponse.page("Error file " + FOLDER + file.path() + " does not exist");
    }

    private static ApiResponse headers(ApiResponse answer, StoredDocument document, String etag, String disposition) {
        return answer.with("Last-Modified", PhpTime.header(document.created()))
                .with("Etag", etag)
                .with("Content-disposition", disposition);
    }

    /** Empty for types that browsers display. */
    static String disposition(String mime) {
        boolean shown = (mime.startsWith("image/") && !mime.equals("image/svg+xml")) || mime.equals("application/pdf");
        return shown ? "" : "attachment; ";
    }

    /** The name in Latin-1, the encoding of headers, as far as possible, then in UTF-8. */
    static String names(String name) {
        String latin1 = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        return "filename=\"" + PhpText.addslashes(latin1) + "\"; filename*=utf-8''" + PhpText.rawurlencode(name);
    }
}
