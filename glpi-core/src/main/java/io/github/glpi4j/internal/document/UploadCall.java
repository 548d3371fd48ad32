package io.github.glpi4j.internal.document;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.document.UploadDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionSource;
import io.github.glpi4j.internal.call.TimeLimit;
import io.github.glpi4j.internal.http.CallFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** An upload, with what was chosen so far. */
final class UploadCall implements UploadDocument, DelegatingCall<UploadedDocument> {

    static final String NAME = "uploadDocument";

    private final Dispatcher executor;
    private final SessionSource access;
    private final MultipartForm file;
    private final Map<String, Object> input;
    private final TimeLimit limit;

    private UploadCall(
            Dispatcher executor, SessionSource access, MultipartForm file, Map<String, Object> input, TimeLimit limit) {
        this.executor = executor;
        this.access = access;
        this.file = file;
        this.input = input;
        this.limit = limit;
    }

    static UploadDocument of(Dispatcher executor, SessionSource access, MultipartForm file, TimeLimit limit) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("name", file.name());
        input.put("_filename", List.of(file.name()));
        return new UploadCall(executor, access, file, input, limit);
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
            throw new IllegalArgumentException("the " + what + " holds half of a surrogate pair");
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
        return new UploadCall(executor, access, file, fields, limit);
    }

    @Override
    public UploadDocument timeout(Duration timeout) {
        return new UploadCall(executor, access, file, input, TimeLimit.total(timeout));
    }

    @Override
    public Call<UploadedDocument> delegate() {
        return new DefaultCall<>(executor, NAME, this::run, limit);
    }

    private CompletionStage<UploadedDocument> run(Execution pipeline) {
        UploadCheck check = new UploadCheck(
                access, pipeline, file, read(() -> file.content().state()));
        return access.send(pipeline, token -> read(() -> DocumentOperations.upload(token, input, file)))
                .thenCompose(check::complete);
    }

    private interface FileAccess<T> {
        T read() throws IOException;
    }

    private static <T> T read(FileAccess<T> access) {
        try {
            return access.read();
        } catch (IOException e) {
            throw new CallFailure(() -> new GlpiTransportException(
                    NAME,
                    "not sent: the file cannot be read: " + e,
                    false,
                    "File: it must be a regular file, and must not change while it is sent",
                    e));
        }
    }

    /** Says what is sent, but for the content. */
    @Override
    public String toString() {
        return NAME + input;
    }
}
