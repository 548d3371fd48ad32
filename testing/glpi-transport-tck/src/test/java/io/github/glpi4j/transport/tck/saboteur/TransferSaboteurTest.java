package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CloseDownloadContract;
import io.github.glpi4j.transport.tck.TransferContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a bad transport does to documents: every saboteur fails the cases meant for it, of those that are run. */
@Execution(ExecutionMode.CONCURRENT)
class TransferSaboteurTest {

    private static final String SUITE = TransferContract.class.getPackageName();
    private static final String MODE = "(" + SUITE + ".Mode)";
    private static final String FAULT = "(" + SUITE + ".Fault," + SUITE + ".Mode)";
    private static final String STALL = "(" + SUITE + ".Stall," + SUITE + ".Mode)";
    private static final String TLS = "(java.lang.String," + SUITE + ".Mode)";
    private static final String ANSWER = "([B," + SUITE + ".Mode)";

    static final class TakesAHalfForTheWholeRun extends TransferContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TakesAHalfForTheWhole(settings);
        }
    }

    @Test
    void takesAHalfForTheWhole() {
        assertThat(SuiteRun.of(
                                TakesAHalfForTheWholeRun.class,
                                "aBrokenDownloadIsToldAndLeavesNothing" + FAULT,
                                "anUploadIsSentOnce" + FAULT)
                        .failed())
                .containsExactlyInAnyOrder("aBrokenDownloadIsToldAndLeavesNothing", "anUploadIsSentOnce");
    }

    static final class NamesEverythingRun extends TransferContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new NamesEverything(settings);
        }
    }

    @Test
    void namesEverything() {
        assertThat(SuiteRun.of(
                                NamesEverythingRun.class,
                                "whatIsNoFileNeverTouchesIt" + ANSWER,
                                "anEmptyFileIsAFile" + MODE,
                                "aFileComesWhole" + ANSWER)
                        .failed())
                .containsExactlyInAnyOrder("whatIsNoFileNeverTouchesIt", "anEmptyFileIsAFile", "aFileComesWhole");
    }

    static final class LeavesTheFileOpenRun extends TransferContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new LeavesTheFileOpen(settings);
        }
    }

    @Test
    void leavesTheFileOpen() {
        assertThat(SuiteRun.of(LeavesTheFileOpenRun.class, "aFileComesWhole" + ANSWER)
                        .failed())
                .containsExactlyInAnyOrder("aFileComesWhole");
    }

    static final class LeavesTheFileOpenAtCloseRun extends CloseDownloadContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new LeavesTheFileOpen(settings);
        }

        @Override
        protected int clients() {
            return 3;
        }
    }

    /** Elsewhere the system does not tell. */
    @Test
    @EnabledOnOs(LINUX)
    void leavesTheFileOpenAtClose() {
        assertThat(SuiteRun.of(LeavesTheFileOpenAtCloseRun.class).failed()).containsExactlyInAnyOrder("leavesNothing");
    }

    static final class RetriesOnceRun extends TransferContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new RetriesOnce(settings);
        }
    }

    @Test
    void retriesOnce() {
        assertThat(SuiteRun.of(RetriesOnceRun.class, "anUploadIsSentOnce" + FAULT, "aFileGoesUpWhole" + MODE)
                        .failed())
                .containsExactlyInAnyOrder("anUploadIsSentOnce");
    }

    static final class IgnoresAbortRun extends TransferContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new IgnoresAbort(settings);
        }
    }

    @Test
    void ignoresAbort() {
        assertThat(SuiteRun.of(
                                IgnoresAbortRun.class,
                                "cancellingTheFutureLeavesNothing",
                                "anInterruptLeavesNothing",
                                "closingTheClientLeavesNothing")
                        .failed())
                .containsExactlyInAnyOrder(
                        "cancellingTheFutureLeavesNothing",
                        "anInterruptLeavesNothing",
                        "closingTheClientLeavesNothing");
    }

    static final class DownloadsInSilenceRun extends TransferContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new DownloadsInSilence(settings);
        }
    }

    @Test
    void downloadsInSilence() {
        assertThat(SuiteRun.of(
                                DownloadsInSilenceRun.class,
                                "aSlowDownloadComesWhole" + MODE,
                                "aSlowUploadIsTakenWhole" + MODE)
                        .failed())
                .containsExactlyInAnyOrder("aSlowDownloadComesWhole");
    }

    static final class PretendsProgressRun extends TransferContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new PretendsProgress(settings);
        }
    }

    @Test
    void pretendsProgress() {
        assertThat(SuiteRun.of(
                                PretendsProgressRun.class,
                                "aDownloadThatStandsStillEnds" + STALL,
                                "anUploadThatStandsStillEnds" + MODE)
                        .failed())
                .containsExactlyInAnyOrder("aDownloadThatStandsStillEnds", "anUploadThatStandsStillEnds");
    }

    static final class UploadsInSilenceRun extends TransferContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new UploadsInSilence(settings);
        }
    }

    @Test
    void uploadsInSilence() {
        assertThat(SuiteRun.of(
                                UploadsInSilenceRun.class,
                                "aSlowDownloadComesWhole" + MODE,
                                "aSlowUploadIsTakenWhole" + MODE)
                        .failed())
                .containsExactlyInAnyOrder("aSlowUploadIsTakenWhole");
    }

    static final class ClaimsMarkedEndsRun extends TransferContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ClaimsMarkedEnds(settings);
        }

        @Override
        public Duration soon() {
            return Duration.ofSeconds(10); // it fails at once, and its good cases must not be late on a busy machine
        }
    }

    @Test
    void claimsMarkedEnds() {
        assertThat(SuiteRun.of(
                                ClaimsMarkedEndsRun.class,
                                "aFileWhoseEndIsUnknownIsRefusedOverTls" + TLS,
                                "aFileThatIsCutOffIsNotTheOneOfItsEtag" + TLS,
                                "aFileThatWasChangedOnItsWayIsRefused" + MODE)
                        .failed())
                .containsExactlyInAnyOrder("aFileWhoseEndIsUnknownIsRefusedOverTls");
    }

    static final class LosesTheEtagRun extends TransferContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new LosesTheEtag(settings);
        }

        @Override
        public Duration soon() {
            return Duration.ofSeconds(10); // it fails at once, and its good cases must not be late on a busy machine
        }
    }

    @Test
    void losesTheEtag() {
        assertThat(SuiteRun.of(
                                LosesTheEtagRun.class,
                                "anEmptyFileIsAFile" + MODE,
                                "aFileWithAnEtagComesWholeOverTls" + TLS,
                                "aFileThatWasChangedOnItsWayIsRefused" + MODE)
                        .failed())
                .containsExactlyInAnyOrder("aFileWithAnEtagComesWholeOverTls", "aFileThatWasChangedOnItsWayIsRefused");
    }
}
