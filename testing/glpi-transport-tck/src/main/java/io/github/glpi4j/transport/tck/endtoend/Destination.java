package io.github.glpi4j.transport.tck.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.transport.tck.client.Conditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The destination of a download: a file that exists already, alone in its folder. */
record Destination(Path file) {

    private static final String PREVIOUS = "previous content";

    static Destination in(Path folder) throws IOException {
        return new Destination(Files.writeString(folder.resolve("kept.txt"), PREVIOUS));
    }

    /** {@return what a download of {@link GlpiResponses#file()} returns} */
    DownloadedDocument downloaded() {
        return new DownloadedDocument(file, "note.txt", "text/plain");
    }

    /** Checks that a download has left nothing behind, once a call that nothing waits for has cleaned up. */
    void assertUnchanged(Duration atMost) {
        Conditions.poll(() -> siblings().length <= 1, atMost);
        assertAlone();
        assertThat(file).hasContent(PREVIOUS);
    }

    void assertAlone() {
        assertThat(siblings()).containsExactly("kept.txt");
    }

    private String[] siblings() {
        String[] names = file.resolveSibling(".").toFile().list();
        return names == null ? new String[0] : names;
    }
}
