package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.FileContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

/**
 * What a transport does with files: every saboteur fails exactly the cases meant for it and no other of that contract
 * class, or the suite proves nothing.
 */
class FileSaboteurTest {

    static final class MeasuresFilesLateRun extends FileContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new MeasuresFilesLate(settings);
        }
    }

    @Test
    void measuresFilesLate() {
        assertThat(SuiteRun.of(
                                MeasuresFilesLateRun.class,
                                "sendsSegmentsOfBytesAndFilesInOrder",
                                "aFileThatBecameLongerIsTold",
                                "aFileThatBecameShorterIsTold")
                        .failed())
                .containsExactlyInAnyOrder("aFileThatBecameLongerIsTold", "aFileThatBecameShorterIsTold");
    }

    static final class AppendsToTheFileRun extends FileContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new AppendsToTheFile(settings);
        }
    }

    @Test
    void appendsToTheFile() {
        assertThat(SuiteRun.of(
                                AppendsToTheFileRun.class,
                                "anAnswerGoesIntoTheFile([B)",
                                "anEmptyAnswerMakesAnEmptyFile([B)")
                        .failed())
                .containsExactlyInAnyOrder("anAnswerGoesIntoTheFile", "anEmptyAnswerMakesAnEmptyFile");
    }

    static final class LeavesTheFileOpenRun extends FileContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new LeavesTheFileOpen(settings);
        }
    }

    /** Elsewhere the system does not tell. */
    @Test
    @EnabledOnOs(LINUX)
    void leavesTheFileOpen() {
        assertThat(SuiteRun.of(LeavesTheFileOpenRun.class).failed())
                .containsExactlyInAnyOrder(
                        "anAnswerGoesIntoTheFile",
                        "aBrokenDownloadIsToldAndTheFileClosed",
                        "anAbortEndsADownloadAndClosesTheFile",
                        "closingTheTransportEndsADownloadAndClosesTheFile");
    }

    static final class TakesAHalfForTheWholeRun extends FileContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TakesAHalfForTheWhole(settings);
        }
    }

    @Test
    void takesAHalfForTheWhole() {
        assertThat(SuiteRun.of(TakesAHalfForTheWholeRun.class).failed())
                .containsExactlyInAnyOrder(
                        "aBrokenDownloadIsToldAndTheFileClosed",
                        "anAbortEndsADownloadAndClosesTheFile",
                        "closingTheTransportEndsADownloadAndClosesTheFile");
    }

    static final class UploadsInSilenceRun extends FileContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new UploadsInSilence(settings);
        }
    }

    @Test
    void uploadsInSilence() {
        assertThat(SuiteRun.of(UploadsInSilenceRun.class).failed()).containsExactly("anUploadTellsThatItGoesOn");
    }

    static final class DownloadsInSilenceRun extends FileContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new DownloadsInSilence(settings);
        }
    }

    @Test
    void downloadsInSilence() {
        assertThat(SuiteRun.of(DownloadsInSilenceRun.class).failed()).containsExactly("aDownloadTellsThatItGoesOn");
    }

    static final class TellsOfProgressOnceRun extends FileContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TellsOfProgressOnce(settings);
        }
    }

    @Test
    void tellsOfProgressOnce() {
        assertThat(SuiteRun.of(TellsOfProgressOnceRun.class).failed()).containsExactly("anUploadTellsThatItGoesOn");
    }
}
