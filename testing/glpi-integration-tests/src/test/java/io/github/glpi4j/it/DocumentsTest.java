package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.testkit.DocumentLink;
import io.github.glpi4j.testkit.FakeDocument;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads to and downloads from FakeGlpi, on each transport and in each mode. */
@Timeout(60)
class DocumentsTest {

    private static final FakeUser READER = FakeUser.of("reader")
            .withPassword("reader")
            .withProfile(FakeProfile.technician().withoutRight("document").withoutRight("followup"), 0, true);

    @RegisterExtension
    static final FakeGlpiExtension GLPI =
            FakeGlpiExtension.create(FakeGlpi.builder().user(READER).maxBodyBytes(3_000_000));

    @TempDir
    private Path folder;

    private static GlpiClient client(Way way) {
        return way.client(GLPI.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .build();
    }

    private String[] names() {
        String[] names = folder.toFile().list();
        return names == null ? new String[0] : names;
    }

    @ParameterizedTest
    @EnumSource
    void downloadReturnsTheUploadedFile(Way way) throws IOException {
        byte[] content = new byte[2_000_000];
        new Random(7).nextBytes(content);
        Path up = Files.write(folder.resolve("Zürich – \"Büro\" €.pdf"), content);
        Path down = folder.resolve("down.pdf");
        try (GlpiClient glpi = client(way)) {
            UploadedDocument uploaded = way.run(
                    glpi.session().documents().upload(up).name("Plan & <Bild>").linkTo("Ticket", 12));
            assertThat(uploaded.confirmed()).as(uploaded.note()).isTrue();
            assertThat(uploaded.fileName()).isEqualTo("Zürich – \"Büro\" €.pdf");

            LogExcerpt log = new LogExcerpt();
            DownloadedDocument downloaded = way.run(glpi.session().documents().download(uploaded.id(), down));
            assertThat(log.text()).contains("-> 200, a file of 2000000 bytes after");
            assertThat(downloaded.fileName()).isEqualTo("Zürich – \"Büro\" €.pdf");
            assertThat(downloaded.file()).hasBinaryContent(content);
        }
        FakeDocument kept = GLPI.fake().documents().get(0);
        assertThat(kept.links()).containsExactly(new DocumentLink("Ticket", 12));
        assertThat(names()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void documentHasTheChosenName(Way way) {
        try (GlpiClient glpi = client(way)) {
            UploadedDocument unused = way.run(glpi.session()
                    .documents()
                    .upload("note.txt", new byte[] {'x'})
                    .name("A \"note\" – €"));
        }
        assertThat(GLPI.fake().documents())
                .singleElement()
                .satisfies(document -> assertThat(document.name()).contains("A \"note\" – €"));
    }

    @ParameterizedTest
    @EnumSource
    void refusedFileIsReportedAndLeavesNothing(Way way) {
        try (GlpiClient glpi = client(way)) {
            assertThatThrownBy(() -> way.run(glpi.session().documents().upload("tool.exe", new byte[] {1})))
                    .isInstanceOfSatisfying(GlpiApiException.class, e -> {
                        assertThat(e.code()).isEqualTo("GLPI4J_FILE_REFUSED");
                        assertThat(e.serverMessage()).isEqualTo("Filetype not allowed");
                    });
            assertThatThrownBy(() -> way.run(glpi.session().documents().upload("empty.txt", new byte[0])))
                    .hasMessageContaining("GLPI4J_FILE_REFUSED")
                    .hasMessageContaining("too small");
            assertThatThrownBy(() -> way.run(glpi.session()
                            .documents()
                            .upload("tool.exe", new byte[] {1})
                            .linkTo("Ticket", 3)))
                    .isInstanceOfSatisfying(
                            GlpiApiException.class, e -> assertThat(e.code()).isEqualTo("ERROR_GLPI_ADD"));
        }
        assertThat(GLPI.fake().documents()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void missingRightToAddIsReported(Way way) {
        try (GlpiClient glpi = way.client(GLPI.url())
                .credentials(Credentials.basic("reader", "reader"))
                .build()) {
            assertThatThrownBy(() -> way.run(glpi.session().documents().upload("note.txt", new byte[] {1})))
                    .isInstanceOf(GlpiApiException.class)
                    .hasMessageContaining("ERROR_GLPI_ADD")
                    .hasMessageContaining("permission");
        }
    }

    /** The Self-Service profile can upload, but neither read nor remove documents. */
    @ParameterizedTest
    @EnumSource
    void uploadWithoutTheRightToReadIsUnconfirmed(Way way) {
        try (GlpiClient glpi = way.client(GLPI.url())
                .credentials(Credentials.basic("api-reader", "Reader:with:colons"))
                .build()) {
            UploadedDocument uploaded = way.run(glpi.session().documents().upload("R&D <x>.txt", new byte[] {1}));
            assertThat(uploaded.fileName()).isEqualTo("R&D <x>.txt");
            assertThat(uploaded.confirmed()).isFalse();
            assertThat(uploaded.note()).contains("do not upload the file again", "ERROR_RIGHT_MISSING");
        }
        assertThat(GLPI.fake().documents()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void missingDocumentIsReported(Way way) throws IOException {
        Path down = Files.writeString(folder.resolve("down.txt"), "of before");
        try (GlpiClient glpi = client(way)) {
            assertThatThrownBy(() -> way.run(glpi.session().documents().download(4711, down)))
                    .isExactlyInstanceOf(GlpiNotFoundException.class);
        }
        assertThat(down).hasContent("of before");
        assertThat(names()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.5.13", "10.0.19", "11.0.6"})
    void lostFileIsNotFound(String version) throws IOException {
        Path down = Files.writeString(folder.resolve("down.txt"), "of before");
        try (FakeGlpi fake = FakeGlpi.builder().version(version).start()) {
            int lost = fake.addDocument("note.txt", new byte[] {'x'});
            assertThat(fake.loseFile(lost)).isTrue();
            for (Way way : Way.values()) {
                try (GlpiClient glpi = way.client(fake.url())
                        .credentials(Credentials.basic("glpi", "glpi"))
                        .build()) {
                    assertThatThrownBy(() -> way.run(glpi.session().documents().download(lost, down)))
                            .isInstanceOfSatisfying(
                                    GlpiNotFoundException.class,
                                    e -> assertThat(e.code()).isEqualTo("GLPI4J_FILE_MISSING"))
                            .hasMessageContaining("Document: GLPI knows it");
                }
            }
        }
        assertThat(down).hasContent("of before");
        assertThat(names()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void tooLargeUploadIsReported(Way way) throws IOException {
        Path large = Files.write(folder.resolve("large.txt"), new byte[3_100_000]);
        try (GlpiClient glpi = client(way)) {
            assertThatThrownBy(() -> way.run(glpi.session().documents().upload(large)))
                    .isInstanceOfSatisfying(GlpiProtocolException.class, e -> {
                        assertThat(e.status()).isEqualTo(413);
                        assertThat(e.hint().orElse("")).contains("too large", "client_max_body_size");
                    });
        }
        assertThat(GLPI.fake().documents()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void transfersOutliveTheirSession(Way way) throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "hello");
        try (GlpiClient glpi = client(way)) {
            way.run(glpi.session().getGlpiConfig());
            GLPI.fake().expireSessions();
            UploadedDocument uploaded = way.run(glpi.session().documents().upload(file));
            GLPI.fake().expireSessions();
            assertThat(way.run(glpi.session().documents().download(uploaded.id(), folder.resolve("down")))
                            .file())
                    .hasContent("hello");
        }
        assertThat(GLPI.fake().loginCount()).isEqualTo(3);
        assertThat(GLPI.fake().documents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.5.13", "10.0.19", "11.0.1"})
    void everyVersionSupportsFiles(String version) throws IOException {
        Path file = Files.writeString(folder.resolve("R&D <x> &#38;.txt"), "hello");
        try (FakeGlpi fake = FakeGlpi.builder().version(version).start()) {
            for (Way way : Way.values()) {
                try (GlpiClient glpi = way.client(fake.url())
                        .credentials(Credentials.basic("glpi", "glpi"))
                        .build()) {
                    UploadedDocument uploaded =
                            way.run(glpi.session().documents().upload(file));
                    assertThat(uploaded.confirmed()).as(uploaded.note()).isTrue();
                    assertThat(uploaded.fileName()).isEqualTo("R&D <x> &#38;.txt");
                    assertThat(way.run(glpi.session().documents().download(uploaded.id(), folder.resolve("down")))
                                    .file())
                            .hasContent("hello");
                }
            }
        }
    }
}
