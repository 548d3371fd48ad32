package io.github.glpi4j.internal.document;

import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.http.CallFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/** Access to a file on this machine before anything is sent, on a thread that may wait for the disk. */
final class LocalFile {

    private LocalFile() {}

    interface Access<T> {
        T run() throws IOException;
    }

    /** {@return the result of an access; if it fails, so does the call, which has sent nothing} */
    static <T> CompletionStage<T> access(
            Execution execution, String operation, String problem, String hint, Access<T> access) {
        return execution.workBeforeSending(operation, "the file system", progressed -> {
            try {
                return access.run();
            } catch (IOException | RuntimeException e) {
                throw new CallFailure(
                        () -> new GlpiTransportException(operation, "not sent: " + problem + ": " + e, false, hint, e));
            }
        });
    }

    /** {@return the file} Fails if it cannot be created or replaced. */
    static Path requireWritable(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "is not a regular file");
        }
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new NoSuchFileException(String.valueOf(parent), null, "is not an existing directory");
        }
        if (!Files.isWritable(parent)) {
            throw new AccessDeniedException(parent.toString());
        }
        return file;
    }
}
