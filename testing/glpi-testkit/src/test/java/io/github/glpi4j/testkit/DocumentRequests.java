package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Requests and values that the tests of documents share. */
final class DocumentRequests {
    static final String NOTE = "{\"input\":{\"name\":\"Note\",\"_filename\":[\"note.txt\"]}}";
    static final String OCTETS = "application/octet-stream";

    private DocumentRequests() {}

    static String login(FakeGlpi glpi, String login) {
        return Wire.get(glpi.url() + "/initSession").basic(login, login).send().sessionToken();
    }

    static Wire call(FakeGlpi glpi, String method, String path, String session) {
        return Wire.of(method, glpi.url() + path).json().header("Session-Token", session);
    }

    static FakeDocument onlyDocument(FakeGlpi glpi) {
        assertThat(glpi.documents()).hasSize(1);
        return glpi.documents().get(0);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static FakeUser user(FakeProfile profile) {
        return FakeUser.of("user").withPassword("user").withProfile(profile, 0, true);
    }

    /** All byte values, and text that resembles the separators of a multipart body. */
    static byte[] binary() {
        byte[] bytes = new byte[512];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        System.arraycopy(bytes("\r\n\r\n--XbOuNdArX\r\n--\r\n"), 0, bytes, 256, 20);
        return bytes;
    }
}
