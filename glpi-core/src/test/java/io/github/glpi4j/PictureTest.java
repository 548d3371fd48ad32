package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.glpi4j.document.DownloadedDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The picture of a user is downloaded as the file of a document is; a user without one is no success. */
@Timeout(60)
class PictureTest {

    @TempDir
    Path folder;

    private DownloadedDocument download(StubGlpi glpi, StubGlpi.Way way) {
        try (GlpiClient client = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(way.transport(glpi))
                .build()) {
            return way.run(client.session("session").documents().downloadPicture(7, folder.resolve("picture")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFileIsWritten(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.replying(request -> StubGlpi.response(
                200, "image/png", "pixels", "Content-Disposition", "attachment; filename=\"2_65.png\""));
        DownloadedDocument picture = download(glpi, way);
        assertThat(picture.file()).hasContent("pixels");
        assertThat(picture.fileName()).isEqualTo("2_65.png");
        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(glpi.requests().get(0).target()).isEqualTo("/apirest.php/User/7/Picture");
    }

    @ParameterizedTest
    @EnumSource
    void aUserWithoutAPictureIsReported(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.answering(204, "text/html", "");
        assertThatExceptionOfType(GlpiNotFoundException.class)
                .isThrownBy(() -> download(glpi, way))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCodes.FILE_MISSING))
                .withMessageContaining("User: has no picture");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownUserIsReportedInGlpisWords(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.answering(400, StubGlpi.JSON, "[\"ERROR\",\"user with id '7' not found\"]");
        assertThatExceptionOfType(GlpiApiException.class)
                .isThrownBy(() -> download(glpi, way))
                .withMessageContaining("user with id '7' not found");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void invalidArgumentsAreRejected() {
        StubGlpi glpi = StubGlpi.answering(204, "text/html", "");
        try (GlpiClient client = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(glpi.blocking())
                .build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.session("session").documents().downloadPicture(0, folder.resolve("x")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.session("session").documents().downloadPicture(1, folder.getRoot()));
        }
    }
}
