package io.github.glpi4j.internal.document;

import com.fasterxml.jackson.core.JsonParser;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.RetrySafety;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The requests for documents, as data, and how their answers are read. */
final class DocumentOperations {

    private static final String ITEMTYPE = "Document";

    private DocumentOperations() {}

    static Operation<DownloadedDocument> download(String token, long id, Path destination) {
        return new Operation<>(
                "downloadDocument",
                "GET",
                List.of(ITEMTYPE, String.valueOf(id)),
                Map.of(),
                // A file is asked for as it is: what a server packs for the way would have to be unpacked on the disk.
                Map.of(
                        "Session-Token", token,
                        "Accept", "application/octet-stream",
                        "Accept-Encoding", "identity"),
                RequestBody.none(),
                RetrySafety.READ,
                List.of(token),
                new Download(destination));
    }

    /**
     * What GLPI answers to an upload: the document is there, with its file or without.
     *
     * @param fileName as GLPI repeats it, empty if it does not
     * @param refusal why there is no file, in the server's words
     * @param message of the document, not of the file
     */
    record Stored(long id, String fileName, Optional<String> refusal, String message) {}

    static Operation<Stored> upload(String token, Map<String, ?> input, MultipartForm file) throws IOException {
        String boundary = MultipartForm.newBoundary();
        return new Operation<>(
                UploadCall.NAME,
                "POST",
                List.of(ITEMTYPE),
                Map.of(),
                Map.of("Session-Token", token, "Content-Type", "multipart/form-data; boundary=" + boundary),
                file.form(boundary, Json.bytes(Map.of("input", input))),
                RetrySafety.WRITE,
                List.of(token),
                new Upload());
    }

    private static final class Upload implements Operation.Answer<Stored> {

        @Override
        public Stored read(JsonParser json) throws IOException {
            Map<String, @Nullable Object> answer = Json.object(json, "an object with the id of the document");
            // Where there is no result, as of GLPI 9.1, the document itself tells whether it has the file.
            Map<String, @Nullable Object> result = PhpValues.entries(answer.get("upload_result")).values().stream()
                    .flatMap(parts -> PhpValues.entries(parts).values().stream())
                    .map(PhpValues::entries)
                    .findFirst()
                    .orElse(Map.of());
            return new Stored(
                    PhpValues.id(answer.get("id"), "a document"),
                    PhpValues.text(result.get("display"))
                            .or(() -> PhpValues.text(result.get("name")))
                            .orElse(""),
                    refusal(result.get("error")),
                    PhpValues.text(answer.get("message")).orElse(""));
        }

        @Override
        public boolean makesItem() {
            return true;
        }

        @Override
        public Stored made(long id) {
            return new Stored(id, "", Optional.empty(), "");
        }

        @Override
        public Stored shown(Stored stored, UnaryOperator<String> show) {
            return new Stored(stored.id(), stored.fileName(), stored.refusal().map(show), show.apply(stored.message()));
        }
    }

    /** A text; but whatever else it may be, it is an error. */
    private static Optional<String> refusal(@Nullable Object error) {
        return error == null || error.equals(false) || error.equals("")
                ? Optional.empty()
                : PhpValues.text(error).or(() -> Optional.of(String.valueOf(error)));
    }

    /**
     * What a document says of its file.
     *
     * @param fileName empty if it has no file
     * @param sha1 of the content, empty if it is not said
     */
    record Kept(String fileName, String sha1) {}

    static Operation<Kept> get(String token, long id) {
        return new Operation<>(
                "getDocument",
                "GET",
                List.of(ITEMTYPE, String.valueOf(id)),
                Map.of(),
                // Up to version 10 GLPI sends names with & < > encoded unless told not to.
                Map.of("Session-Token", token, "X-GLPI-Sanitized-Content", "false"),
                RequestBody.none(),
                RetrySafety.READ,
                List.of(token),
                json -> kept(json, id));
    }

    private static Kept kept(JsonParser json, long id) throws IOException {
        Map<String, @Nullable Object> document = Json.object(json, "a document");
        if (PhpValues.id(document.get("id"), "a document") != id || !document.containsKey("filename")) {
            throw new UnexpectedJsonException("document " + id + " was expected, but the answer is something else");
        }
        return new Kept(
                PhpValues.text(document.get("filename")).orElse(""),
                PhpValues.text(document.get("sha1sum")).orElse(""));
    }

    /** Removes a document for good, and says whether GLPI did so. */
    static Operation<Boolean> purge(String token, long id) {
        return new Operation<>(
                "deleteDocument",
                "DELETE",
                List.of(ITEMTYPE, String.valueOf(id)),
                Map.of("force_purge", "true"),
                Map.of("Session-Token", token),
                RequestBody.none(),
                RetrySafety.WRITE,
                List.of(token),
                json -> purged(json, id));
    }

    /** {@code [{"7":true,"message":"…"}]}. */
    private static boolean purged(JsonParser json, long id) throws IOException {
        return Json.entries(json, "the list of what was removed").values().stream()
                .anyMatch(row -> PhpValues.bool(PhpValues.entries(row).get(String.valueOf(id))));
    }

    /**
     * A file where GLPI sends one, which it does with its name (Toolbox::sendFile): no page and no error has one. Of a
     * document without file, up to GLPI 10 it sends an error with an empty name.
     */
    private record Download(Path destination) implements Operation.Answer<DownloadedDocument> {

        private static final int OK = 200;
        private static final int NOT_FOUND = 404;
        private static final Pattern GONE = Pattern.compile("\\A\\s*Error file .{1,4000} does not exist");

        @Override
        public Optional<Path> file(int status, Headers headers) {
            boolean isFile = status == OK
                    && headers.firstValue("Content-Disposition")
                            .filter(header ->
                                    !ContentDisposition.fileName(header).isEmpty())
                            .isPresent()
                    && headers.firstValue("Content-Encoding")
                            .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                            .isEmpty();
            return isFile ? Optional.of(destination) : Optional.empty();
        }

        @Override
        public DownloadedDocument ofFile(Headers headers) {
            return new DownloadedDocument(
                    destination,
                    headers.firstValue("Content-Disposition")
                            .map(ContentDisposition::fileName)
                            .orElse(""),
                    headers.firstValue("Content-Type").orElse(""));
        }

        /** GLPI 10 prints a line (Toolbox::sendFile), GLPI 11 shows a page. */
        @Override
        public boolean isMissing(int status, String page) {
            return GONE.matcher(page).find() || (status == NOT_FOUND && page.contains(" - GLPI</title>"));
        }

        @Override
        public String expected() {
            return "the file of a document";
        }

        @Override
        public DownloadedDocument read(JsonParser json) throws IOException {
            throw new UnexpectedJsonException("JSON instead of the file of a document");
        }
    }
}
