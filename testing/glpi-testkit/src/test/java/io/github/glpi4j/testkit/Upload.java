package io.github.glpi4j.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart upload written byte by byte. Not thread-safe. */
final class Upload {
    private static final String BOUNDARY = "XbOuNdArY";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Creates an upload with parameters. */
    static Upload of(String manifest) {
        return new Upload().part("name=\"uploadManifest\"", "application/json", utf8(manifest));
    }

    /** Creates an upload without parameters. */
    static Upload withoutManifest() {
        return new Upload();
    }

    Upload file(String name, String content) {
        return file("filename[0]", name, utf8(content));
    }

    Upload file(String field, String name, byte[] content) {
        return part("name=\"" + field + "\"; filename=\"" + name + "\"", "application/x-whatever", content);
    }

    /** The parameters of the Content-Disposition as they are sent, in UTF-8. */
    Upload part(String parameters, String type, byte[] content) {
        return part(utf8(parameters), type, content);
    }

    Upload part(byte[] parameters, String type, byte[] content) {
        body.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; "));
        body.writeBytes(parameters);
        body.writeBytes(utf8("\r\nContent-Type: " + type + "\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(utf8("\r\n"));
        return this;
    }

    Reply send(FakeGlpi glpi, String session) {
        return send(glpi.url() + "/Document", session);
    }

    Reply send(String url, String session) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        return Wire.of("POST", url)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Session-Token", session)
                .body(all.toByteArray())
                .send();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
