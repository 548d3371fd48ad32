package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeUser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uploads and downloads on each transport and in each mode, on FakeGlpi and on a real GLPI. Removes what it adds. */
@Tag("live")
@Timeout(60)
class DocumentSuiteTest {

    @RegisterExtension
    static final Server SERVER = new Server();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void downloadReturnsTheUploadedFile(Way way) {
        // Random, because GLPI stores equal content only once.
        byte[] content = ("Zürich & <Büro> " + UUID.randomUUID() + "\n").getBytes(StandardCharsets.UTF_8);
        try (GlpiClient glpi =
                SERVER.client(way).credentials(SERVER.userToken()).build()) {
            UploadedDocument uploaded = way.run(glpi.session().documents().upload("glpi4j R&D <Büro>.txt", content));
            try {
                assertThat(uploaded.id()).isPositive();
                DownloadedDocument downloaded =
                        way.run(glpi.session().documents().download(uploaded.id(), folder.resolve("back.txt")));
                assertThat(downloaded.file()).hasBinaryContent(content);
                assertThat(downloaded.contentType()).startsWith("text/plain");
            } finally {
                way.run(glpi.session().items("Document").delete(uploaded.id()).purge());
            }
            assertThatThrownBy(() ->
                            way.run(glpi.session().documents().download(uploaded.id(), folder.resolve("gone.txt"))))
                    .isInstanceOf(GlpiNotFoundException.class);
            assertThat(folder.resolve("gone.txt")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusedFileLeavesNoDocument(Way way) {
        try (GlpiClient glpi =
                SERVER.client(way).credentials(SERVER.userToken()).build()) {
            assertThatThrownBy(() -> way.run(glpi.session().documents().upload("glpi4j.exe", new byte[] {1})))
                    .isInstanceOfSatisfying(
                            GlpiApiException.class, e -> assertThat(e.code()).isEqualTo("GLPI4J_FILE_REFUSED"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aUserWithoutAPictureIsReported(Way way) {
        try (GlpiClient glpi =
                SERVER.client(way).credentials(SERVER.userToken()).build()) {
            long user = glpi.session().getFullSession().execute().userId().orElseThrow();
            assertThatThrownBy(
                            () -> way.run(glpi.session().documents().downloadPicture(user, folder.resolve("face.png"))))
                    .isInstanceOf(GlpiNotFoundException.class)
                    .hasMessageContaining("User: has no picture");
            assertThatThrownBy(() -> way.run(
                            glpi.session().documents().downloadPicture(999_999_999, folder.resolve("face.png"))))
                    .isInstanceOf(GlpiApiException.class)
                    .hasMessageContaining("999999999");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPictureIsWrittenToItsFile(Way way) {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G'};
        FakeGlpi fake = SERVER.needing("the picture of a user");
        fake.addUser(FakeUser.of("alice").withPicture(picture));
        try (GlpiClient glpi =
                SERVER.client(way).credentials(SERVER.userToken()).build()) {
            long user = fake.user("alice").orElseThrow().id();
            assertThat(way.run(glpi.session().documents().downloadPicture(user, folder.resolve("face.png")))
                            .file())
                    .hasBinaryContent(picture);
        }
    }
}
