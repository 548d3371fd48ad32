package io.github.glpi4j.internal;

import io.github.glpi4j.Call;
import io.github.glpi4j.document.Documents;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The calls for documents within a session. */
final class DocumentCalls implements Documents {

    private final CallExecutor executor;
    private final SessionAccess access;

    DocumentCalls(CallExecutor executor, SessionAccess access) {
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
        return new ApiCall<>(
                executor,
                "downloadDocument",
                pipeline -> access.send(pipeline, token -> DocumentOperations.download(token, id, file))
                        .thenCompose(shown -> executor.names().decode(pipeline, access, shown, DocumentCalls::named)),
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
        return UploadCall.of(executor, access, FilePart.of(file), executor.transferLimit());
    }

    @Override
    public UploadDocument upload(String fileName, byte[] content) {
        return UploadCall.of(executor, access, FilePart.of(fileName, content), executor.callLimit());
    }
}
