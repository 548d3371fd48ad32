package io.github.glpi4j.internal.document;

import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.UUID;

/**
 * A file to upload, in the form that GLPI reads: its input as JSON, then the file.
 *
 * @param name its name, which GLPI takes from the form rather than from the JSON
 * @param content the bytes
 */
record MultipartForm(String name, Content content) {

    /** What is sent as the file. */
    sealed interface Content {
        Snapshot snapshot() throws IOException;
    }

    record Bytes(Snapshot snapshot) implements Content {}

    /** A file of this machine, read again for each request. */
    record FileOnDisk(Path file) implements Content {

        @Override
        public Snapshot snapshot() throws IOException {
            FileTime modified = Files.getLastModifiedTime(file);
            RequestBody body = RequestBody.of(file);
            if (!Files.isReadable(file)) {
                throw new AccessDeniedException(file.toString());
            }
            return new Snapshot(body, List.of(modified, body.length()));
        }
    }

    /**
     * The content at one moment.
     *
     * @param body the bytes; of a file, they are read when the body is sent
     * @param version equal to that of another snapshot unless the content may have changed
     */
    record Snapshot(RequestBody body, Object version) {}

    static MultipartForm of(Path file) {
        Path name = file.getFileName();
        if (name == null) {
            throw new IllegalArgumentException("the file has no name: " + file);
        }
        return new MultipartForm(checkName(name.toString()), new FileOnDisk(file));
    }

    static MultipartForm of(String name, byte[] bytes) {
        return new MultipartForm(checkName(name), new Bytes(new Snapshot(RequestBody.of(bytes), name)));
    }

    private static String checkName(String name) {
        InputChecks.checkText("file name", InputChecks.checkLength("file name", name));
        if (name.isBlank()) {
            throw new IllegalArgumentException("the file name is empty");
        }
        return name;
    }

    /** Random, so that no file contains it. */
    static String newBoundary() {
        return "glpi4j-" + UUID.randomUUID();
    }

    RequestBody form(String boundary, byte[] manifest, RequestBody file) {
        // GLPI keeps names in plain UTF-8 and quotes with a backslash; it ignores filename* and mangles the rest.
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
        return text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"uploadManifest\"\r\n"
                        + "Content-Type: application/json\r\n\r\n")
                .append(RequestBody.of(manifest))
                .append(text(
                        "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"filename[0]\"; filename=\""
                                + quoted + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"))
                .append(file)
                .append(text("\r\n--" + boundary + "--\r\n"));
    }

    private static RequestBody text(String text) {
        return RequestBody.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
