package io.github.glpi4j.internal.document;

import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.ResponseBody;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A file on its way up, in the form that GLPI reads: its input as JSON, then the file.
 *
 * @param name its name, which GLPI takes from the form rather than from the JSON
 * @param content the bytes
 */
record MultipartForm(String name, ResponseBody content) {

    /** The bytes of a file, read anew whenever they are needed, or bytes in memory. */
    interface ResponseBody {

        /** What to send. */
        RequestBody body() throws IOException;

        /** Is another one once the bytes may have changed. */
        Object state() throws IOException;
    }

    private record OnDisk(Path file) implements ResponseBody {

        @Override
        public RequestBody body() throws IOException {
            return RequestBody.of(file);
        }

        @Override
        public Object state() throws IOException {
            return List.of(Files.getLastModifiedTime(file), Files.size(file));
        }
    }

    private record InMemory(RequestBody body) implements ResponseBody {

        @Override
        public Object state() {
            return body;
        }
    }

    static MultipartForm of(Path file) {
        return new MultipartForm(checkName(String.valueOf(file.getFileName())), new OnDisk(file));
    }

    static MultipartForm of(String name, byte[] bytes) {
        return new MultipartForm(checkName(name), new InMemory(RequestBody.of(bytes)));
    }

    private static String checkName(String name) {
        InputChecks.checkText("file name", InputChecks.checkLength("file name", name));
        if (name.isBlank()) {
            throw new IllegalArgumentException("the file name is empty");
        }
        return name;
    }

    /** Nothing that a file holds by chance. */
    static String newBoundary() {
        return "glpi4j-" + UUID.randomUUID();
    }

    RequestBody form(String boundary, byte[] manifest) throws IOException {
        // GLPI keeps names in plain UTF-8 and quotes with a backslash; it ignores filename* and mangles the rest.
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
        return text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"uploadManifest\"\r\n"
                        + "Content-Type: application/json\r\n\r\n")
                .append(RequestBody.of(manifest))
                .append(text(
                        "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"filename[0]\"; filename=\""
                                + quoted + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"))
                .append(content.body())
                .append(text("\r\n--" + boundary + "--\r\n"));
    }

    private static RequestBody text(String text) {
        return RequestBody.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
