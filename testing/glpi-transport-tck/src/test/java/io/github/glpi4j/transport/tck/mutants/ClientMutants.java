package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;
import static io.github.glpi4j.transport.tck.mutants.Mutation.around;
import static io.github.glpi4j.transport.tck.mutants.Mutation.failure;
import static io.github.glpi4j.transport.tck.mutants.Mutation.responseHeaders;
import static io.github.glpi4j.transport.tck.mutants.Mutation.sinks;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import java.util.stream.Stream;

/** The mutants that must be caught through the library. */
final class ClientMutants {

    private ClientMutants() {}

    static Stream<Mutant> client() {
        return Stream.of(
                mutant("claims not sent", ClientContract.class, Mutants.claimsNotSent())
                        .runs(
                                "aReadIsRepeatedOnceAfterABrokenConnection",
                                "aLoginIsNotRepeatedAfterABrokenConnection",
                                "cancellingTheFutureEndsTheExchange")
                        .fails(
                                "aReadIsRepeatedOnceAfterABrokenConnection",
                                "aLoginIsNotRepeatedAfterABrokenConnection"),
                mutant("retries once", ClientContract.class, around(ConnectionDefects::retryOnce))
                        .runsAndFails(
                                "aFaultIsToldAndAWriteIsSentOnce",
                                "aLoginIsNotRepeatedAfterABrokenConnection",
                                "aServerThatClosesAtAnyTimeGetsNoWriteTwice"),
                mutant("follows redirects", ClientContract.class, around(Defects::followRedirect))
                        .runsAndFails("aRedirectIsAFailureAndTheOtherHostHearsNothing"),
                mutant("ignores aborts", ClientContract.class, around(ConnectionDefects::ignoreAbort))
                        .runsAndFails("cancellingTheFutureEndsTheExchange", "anInterruptEndsTheExchangeAndStaysSet"),
                mutant("decodes gzip", ClientContract.class, around(Defects::decodeGzip))
                        .runsAndFails("gzipIsReadAndBrokenGzipIsTold"),
                mutant("ignores maxConnections", ClientContract.class, Mutants.ignoresMaxConnections())
                        .runsAndFails("theCallTimeoutHoldsInTheQueueAndSaysSo"),
                mutant("reports no reason", ClientContract.class, Mutants.reportsNoReason())
                        .runsAndFails("nothingIsSentWhereNobodyListens", "nothingIsSentWhereNobodyAnswers"),
                mutant("swallows refusals", ClientContract.class, sinks(Defects::swallowRefusals))
                        .runsAndFails("anAnswerOverTheLimitEndsThere"),
                mutant("throws an Error", ClientContract.class, failure(e -> {
                            throw new AssertionError("cannot happen", e);
                        }))
                        .runsAndFails("whateverComesIsAnAnswerOrAGlpiException"));
    }

    static Stream<Mutant> transfers() {
        String[] stops = {
            "cancellingTheFutureLeavesNothing", "anInterruptLeavesNothing", "closingTheClientLeavesNothing"
        };
        return Stream.of(
                mutant("returns half a body", TransferContract.class, around(FileDefects::returnHalfABody))
                        .runsAndFails("aBrokenDownloadIsToldAndLeavesNothing", "anUploadIsSentOnce"),
                mutant(
                                "calls every response a file",
                                TransferContract.class,
                                sinks((good, status, headers) ->
                                        good.responseStarted(200, Headers.of("Content-Disposition", "filename=\"x\""))))
                        .runsAndFails("whatIsNoFileNeverTouchesIt", "anEmptyFileIsAFile", "aFileComesWhole"),
                mutant("leaves the file open", TransferContract.class, FileDefects.leavesTheFileOpen())
                        .runsAndFails("aFileComesWhole"),
                mutant("leaves the file open", CloseDownloadContract.class, FileDefects.leavesTheFileOpen())
                        .onLinux()
                        .fails("leavesNothing"),
                mutant("retries once", TransferContract.class, around(ConnectionDefects::retryOnce))
                        .runs("anUploadIsSentOnce", "aFileGoesUpWhole")
                        .fails("anUploadIsSentOnce"),
                mutant("ignores aborts", TransferContract.class, around(ConnectionDefects::ignoreAbort))
                        .runsAndFails(stops),
                mutant(
                                "downloads without progress",
                                TransferContract.class,
                                sinks(FileDefects::downloadWithoutProgress))
                        .runs("aSlowDownloadComesWhole", "aSlowUploadIsTakenWhole")
                        .fails("aSlowDownloadComesWhole"),
                mutant("pretends progress", TransferContract.class, around(FileDefects::pretendProgress))
                        .runsAndFails("aDownloadThatStandsStillEnds", "anUploadThatStandsStillEnds"),
                mutant("uploads without progress", TransferContract.class, Mutants.uploadsWithoutProgress())
                        .runs("aSlowDownloadComesWhole", "aSlowUploadIsTakenWhole")
                        .fails("aSlowUploadIsTakenWhole"),
                mutant("claims marked ends", TransferContract.class, sinks((good, status, headers) -> {
                            good.marksEndOfBody(); // true of HTTP/2, not of HTTP/1.1
                            return good.responseStarted(status, headers);
                        }))
                        .soon(10)
                        .runs(
                                "aFileWhoseEndIsUnknownIsRefusedOverTls",
                                "aFileThatIsCutOffIsNotTheOneOfItsEtag",
                                "aFileThatWasChangedOnItsWayIsRefused")
                        .fails("aFileWhoseEndIsUnknownIsRefusedOverTls"),
                mutant(
                                "loses the ETag",
                                TransferContract.class,
                                responseHeaders(headers -> Defects.without(headers, "Etag")))
                        .soon(10)
                        .runs(
                                "anEmptyFileIsAFile",
                                "aFileWithAnEtagComesWholeOverTls",
                                "aFileThatWasChangedOnItsWayIsRefused")
                        .fails("aFileWithAnEtagComesWholeOverTls", "aFileThatWasChangedOnItsWayIsRefused"));
    }
}
