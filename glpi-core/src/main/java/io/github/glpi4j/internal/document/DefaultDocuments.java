package io.github.glpi4j.internal.document;

import io.github.glpi4j.Call;
import io.github.glpi4j.document.Documents;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadDocument;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.SessionSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The calls for documents within a session. */
public final class DefaultDocuments implements Documents {

    private final Dispatcher executor;
    private final SessionSource access;

    public DefaultDocuments(Dispatcher executor, SessionSource access) {
        this.executor = executor;
        this.access = access;
    }

    @Override
    public Call<DownloadedDocument> download(long id, Path destination) {
        if (id <= 0) {
            throw new IllegalArgumentException("a document's id is above 0, not " + id);
        }
        Path file = destination.toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("a folder, where a file is to be written: " + destination);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no file, and nothing to be replaced by one: " + destination);
        }
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw new IllegalArgumentException("no folder to write a file into: " + file.getParent());
        }
        return new DefaultCall<>(
                executor,
                "downloadDocument",
                pipeline -> access.send(pipeline, token -> DocumentOperations.download(token, id, file))
                        .thenCompose(
                                shown -> executor.names().decode(pipeline, access, shown, DefaultDocuments::named)),
                executor.transferLimit());
    }

    private static DownloadedDocument named(DownloadedDocument shown, UnaryOperator<String> name) {
        return new DownloadedDocument(shown.file(), name.apply(shown.fileName()), shown.contentType());
    }

    @Override
    public UploadDocument upload(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("no file that can be read: " + file);
        }
        return UploadCall.of(executor, access, MultipartForm.of(file), executor.transferLimit());
    }

    @Override
    public UploadDocument upload(String fileName, byte[] content) {
        return UploadCall.of(executor, access, MultipartForm.of(fileName, content), executor.callLimit());
    }
}
