package io.github.glpi4j.internal.document;

import com.fasterxml.jackson.core.JsonParser;
import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionSource;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.ErrorHints;
import io.github.glpi4j.internal.http.FileChecksum;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.json.GlpiText;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What follows an upload: the document is read back and compared with what was sent, since GLPI answers 201 also where it
 * has kept no file. A useless document is removed. If the comparison itself fails, the upload still counts as
 * done.
 *
 * @param sent the content that was sent
 */
record UploadCheck(SessionSource access, Execution execution, MultipartForm file, MultipartForm.Snapshot sent) {

    private static final int CREATED = 201;

    private enum Finding {
        SAME,
        NO_FILE,
        OTHER_FILE,
        UNKNOWN
    }

    /**
     * The result of the comparison.
     *
     * @param text the name of the file in GLPI, or why nothing is known
     */
    private record Verdict(Finding finding, String text) {}

    CompletionStage<UploadedDocument> complete(UploadCall.UploadResult stored) {
        if (stored.refusal().isPresent()) {
            String reason = stored.refusal().get();
            return refuse(stored.id(), reason, "GLPI did not take it", ErrorHints.forRefusedFile(reason));
        }
        return access.send(execution, get(stored.id()))
                .thenCompose(this::compare)
                .exceptionally(failure -> new Verdict(
                        Finding.UNKNOWN,
                        String.valueOf(CallFailure.toCaller(failure).getMessage())))
                .thenCompose(verdict -> conclude(stored, verdict));
    }

    private CompletionStage<Verdict> compare(Kept kept) {
        if (kept.fileName().isEmpty()) {
            return CompletableFuture.completedFuture(new Verdict(Finding.NO_FILE, ""));
        }
        Optional<FileChecksum> checksum = FileChecksum.sha1(kept.sha1());
        if (checksum.isEmpty()) {
            return CompletableFuture.completedFuture(new Verdict(Finding.UNKNOWN, "there is no SHA-1 to compare"));
        }
        return execution.work(progressed -> new Verdict(compare(checksum.get(), progressed), kept.fileName()));
    }

    private Finding compare(FileChecksum checksum, Runnable progressed) throws IOException {
        try (InputStream in = file.content().snapshot().body().openStream()) {
            checksum.update(in, progressed);
        }
        if (checksum.matches()) {
            return Finding.SAME;
        }
        if (!sent.version().equals(file.content().snapshot().version())) {
            throw new IOException("the file has changed since it was sent");
        }
        return Finding.OTHER_FILE;
    }

    private CompletionStage<UploadedDocument> conclude(UploadCall.UploadResult stored, Verdict verdict) {
        return switch (verdict.finding()) {
            case SAME ->
                CompletableFuture.completedFuture(new UploadedDocument(stored.id(), name(verdict.text()), true, ""));
            case UNKNOWN -> CompletableFuture.completedFuture(unconfirmed(stored, verdict.text()));
            case NO_FILE ->
                refuse(
                        stored.id(),
                        stored.message(),
                        "GLPI made a document without it, though it reported success",
                        "Its folder for files may be full or not writable: see files/_log/php-errors.log on its server");
            case OTHER_FILE -> {
                String what = "the document's file is not the one that was sent (its SHA-1 differs)";
                // Under another name it may be another user's document, which must not be removed.
                yield GlpiText.isSame(verdict.text(), file.name())
                        ? refuse(stored.id(), stored.message(), what, "It was damaged on its way or on GLPI's disk")
                        : CompletableFuture.failedFuture(refused(
                                stored.message(),
                                what + ", nor is its name; document " + stored.id() + " is left in GLPI",
                                "Look at it there, and do not upload the file again before",
                                null));
            }
        };
    }

    private UploadedDocument unconfirmed(UploadCall.UploadResult stored, String reason) {
        return new UploadedDocument(
                stored.id(),
                stored.fileName().isEmpty() ? file.name() : name(stored.fileName()),
                false,
                "GLPI has made document " + stored.id()
                        + ", so do not upload the file again; but it could not be read back: " + reason);
    }

    /** As it was sent, unless GLPI has changed more than the encoding. */
    private String name(String shown) {
        return GlpiText.isSame(shown, file.name()) ? file.name() : shown;
    }

    /** Removes the useless document that GLPI created, and reports the refusal. */
    private CompletionStage<UploadedDocument> refuse(long id, String reason, String what, String hint) {
        return access.send(execution, purge(id)).handle((removed, failure) -> {
            String rest = failure == null && removed
                    ? "the document without it that GLPI made is removed"
                    : "the document " + id + " without it is left in GLPI, and could not be removed";
            throw refused(reason, what + "; " + rest, hint, failure);
        });
    }

    private static CallFailure refused(String reason, String what, String hint, @Nullable Throwable failure) {
        return CallFailure.refused(
                ErrorCodes.FILE_REFUSED,
                () -> new GlpiApiException(
                        UploadCall.NAME,
                        CREATED,
                        ErrorCodes.FILE_REFUSED,
                        reason,
                        "File: " + what + ". " + hint,
                        failure == null ? null : CallFailure.toCaller(failure)));
    }

    /**
     * What a document says of its file.
     *
     * @param fileName empty if it has no file
     * @param sha1 of the content, empty if it is not said
     */
    record Kept(String fileName, String sha1) {}

    private static Operation<Kept> get(long id) {
        // Up to version 10 GLPI sends names with & < > encoded unless this header is sent.
        return Operation.get("getDocument", (JsonHandler<Kept>) response -> kept(response.json(), id))
                .path("Document", String.valueOf(id))
                .header("X-GLPI-Sanitized-Content", "false");
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

    /** Removes a document for good, and reports whether GLPI did so. */
    private static Operation<Boolean> purge(long id) {
        return Operation.write(
                        "deleteDocument", "DELETE", (JsonHandler<Boolean>) response -> purged(response.json(), id))
                .path("Document", String.valueOf(id))
                .query("force_purge", "true");
    }

    /** {@code [{"7":true,"message":"…"}]}. */
    private static boolean purged(JsonParser json, long id) throws IOException {
        return Json.entries(json, "the list of what was removed").values().stream()
                .anyMatch(row -> PhpValues.bool(PhpValues.entries(row).get(String.valueOf(id))));
    }
}
