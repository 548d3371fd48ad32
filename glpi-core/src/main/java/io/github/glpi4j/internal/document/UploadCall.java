package io.github.glpi4j.internal.document;

import io.github.glpi4j.Call;
import io.github.glpi4j.document.UploadDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.call.TimeLimit;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** An upload and its options so far. */
final class UploadCall implements UploadDocument, DelegatingCall<UploadedDocument> {

    static final String NAME = "uploadDocument";
    private static final String UNREADABLE = "File: it must be a regular file, and must not change while it is sent";

    private final SessionCaller session;
    private final MultipartForm file;
    private final Map<String, Object> input;
    private final CallOptions options;

    private UploadCall(SessionCaller session, MultipartForm file, Map<String, Object> input, CallOptions options) {
        this.session = session;
        this.file = file;
        this.input = input;
        this.options = options;
    }

    static UploadDocument of(SessionCaller session, MultipartForm file, TimeLimit limit) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("name", file.name());
        input.put("_filename", List.of(file.name()));
        return new UploadCall(session, file, input, CallOptions.within(limit));
    }

    @Override
    public UploadDocument name(String name) {
        return with("name", checkText("name", name));
    }

    @Override
    public UploadDocument comment(String comment) {
        return with("comment", checkText("comment", comment));
    }

    @Override
    public UploadDocument entity(long entityId) {
        return with("entities_id", checkId("an entity", entityId, 0));
    }

    @Override
    public UploadDocument category(long categoryId) {
        return with("documentcategories_id", checkId("a category", categoryId, 1));
    }

    @Override
    public UploadDocument linkTo(String itemtype, long itemId) {
        return with("itemtype", checkText("itemtype", itemtype)).with("items_id", checkId("an item", itemId, 1));
    }

    private static String checkText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the " + what + " is empty");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("the " + what + " contains half of a surrogate pair");
        }
        return text;
    }

    private static long checkId(String what, long id, long least) {
        if (id < least) {
            throw new IllegalArgumentException("the id of " + what + " is at least " + least + ", not " + id);
        }
        return id;
    }

    private UploadCall with(String field, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(input);
        fields.put(field, value);
        return new UploadCall(session, file, fields, options);
    }

    @Override
    public UploadDocument timeout(Duration timeout) {
        return new UploadCall(session, file, input, options.timeout(timeout));
    }

    @Override
    public UploadDocument header(String name, String value) {
        return new UploadCall(session, file, input, options.header(name, value));
    }

    @Override
    public Call<UploadedDocument> delegate() {
        return options.call(session.dispatcher(), NAME, this::run);
    }

    private CompletionStage<UploadedDocument> run(Execution execution) {
        return snapshot(execution)
                .thenCompose(sent -> session.source()
                        .send(execution, operation(sent.body()))
                        .thenCompose(new UploadCheck(session.source(), execution, file, sent)::complete));
    }

    private CompletionStage<MultipartForm.Snapshot> snapshot(Execution execution) {
        return file.content() instanceof MultipartForm.Bytes bytes
                ? CompletableFuture.completedFuture(bytes.snapshot())
                : LocalFile.access(execution, NAME, "the file cannot be read", UNREADABLE, file.content()::snapshot);
    }

    private Operation<UploadResult> operation(RequestBody content) {
        String boundary = MultipartForm.newBoundary();
        return Operation.write(NAME, "POST", new Handler())
                .path("Document")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .body(file.form(boundary, Json.bytes(Map.of("input", input)), content));
    }

    /**
     * What GLPI answers to an upload: the document is there, with its file or without.
     *
     * @param fileName as GLPI repeats it, empty if it does not
     * @param refusal why there is no file, in the server's words
     * @param message of the document, not of the file
     */
    record UploadResult(long id, String fileName, Optional<String> refusal, String message) {}

    private static final class Handler implements JsonHandler.Creation<UploadResult> {

        @Override
        public UploadResult read(Response response) throws IOException {
            Map<String, @Nullable Object> answer =
                    Json.object(response.json(), "an object with the id of the document");
            // Where there is no result, as of GLPI 9.1, reading the document back shows whether it has the file.
            Map<String, @Nullable Object> result = PhpValues.entries(answer.get("upload_result")).values().stream()
                    .flatMap(parts -> PhpValues.entries(parts).values().stream())
                    .map(PhpValues::entries)
                    .findFirst()
                    .orElse(Map.of());
            return new UploadResult(
                    PhpValues.id(answer.get("id"), "a document"),
                    PhpValues.text(result.get("display"))
                            .or(() -> PhpValues.text(result.get("name")))
                            .orElse(""),
                    refusal(result.get("error")).map(response::redact),
                    response.redact(PhpValues.text(answer.get("message")).orElse("")));
        }

        @Override
        public UploadResult created(long id) {
            return new UploadResult(id, "", Optional.empty(), "");
        }
    }

    /** {@return the text, or an error for any other value} */
    private static Optional<String> refusal(@Nullable Object error) {
        return error == null || error.equals(false) || error.equals("")
                ? Optional.empty()
                : PhpValues.text(error).or(() -> Optional.of(String.valueOf(error)));
    }

    /** Shows what is sent, except for the content. */
    @Override
    public String toString() {
        return NAME + input;
    }
}
