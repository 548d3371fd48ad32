package io.github.glpi4j.internal;

import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A file on its way up, in the form that GLPI reads: its input as JSON, then the file.
 *
 * @param name its name, which GLPI takes from the form rather than from the JSON
 * @param content gives the bytes
 */
record FilePart(String name, Content content) {

    /** Looks at a file anew for each request, or has the bytes in memory. */
    interface Content {
        RequestBody body() throws IOException;
    }

    static FilePart of(Path file) {
        return new FilePart(checkName(String.valueOf(file.getFileName())), () -> RequestBody.of(file));
    }

    static FilePart of(String name, byte[] bytes) {
        RequestBody body = RequestBody.of(bytes);
        return new FilePart(checkName(name), () -> body);
    }

    private static String checkName(String name) {
        SecretText.checkText("file name", SecretText.checkLength("file name", name));
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
                .then(RequestBody.of(manifest))
                .then(text("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"filename[0]\"; filename=\""
                        + quoted + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"))
                .then(content.body())
                .then(text("\r\n--" + boundary + "--\r\n"));
    }

    private static RequestBody text(String text) {
        return RequestBody.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
