package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;
import static io.github.glpi4j.transport.tck.mutants.Mutation.around;
import static io.github.glpi4j.transport.tck.mutants.Mutation.failure;
import static io.github.glpi4j.transport.tck.mutants.Mutation.responseHeaders;
import static io.github.glpi4j.transport.tck.mutants.Mutation.sinks;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.endtoend.TimeoutContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import java.util.stream.Stream;

/** The mutants that the end-to-end contracts must catch. */
final class ClientMutants {

    private ClientMutants() {}

    static Stream<Mutant> client() {
        return Stream.of(
                mutant("claims not sent", ClientContract.class, Mutants.claimsNotSent())
                        .runs(
                                "retriesAReadOnceAfterABrokenConnection",
                                "doesNotRetryALoginAfterABrokenConnection",
                                "cancellingTheFutureEndsTheExchange")
                        .fails("retriesAReadOnceAfterABrokenConnection", "doesNotRetryALoginAfterABrokenConnection"),
                mutant("retries once", ClientContract.class, around(ConnectionDefects::retryOnce))
                        .runsAndFails(
                                "reportsAFaultAndSendsAWriteOnce",
                                "doesNotRetryALoginAfterABrokenConnection",
                                "sendsNoWriteTwiceWhenTheServerClosesAtAnyTime"),
                mutant("follows redirects", ClientContract.class, around(Defects::followRedirect))
                        .runsAndFails("failsOnARedirectWithoutContactingTheOtherHost"),
                mutant("ignores aborts", ClientContract.class, around(ConnectionDefects::ignoreAbort))
                        .runsAndFails("cancellingTheFutureEndsTheExchange", "anInterruptEndsTheExchangeAndStaysSet"),
                mutant("decodes gzip", ClientContract.class, around(Defects::decodeGzip))
                        .runsAndFails("readsGzipAndReportsBrokenGzip"),
                mutant("ignores maxConnections", TimeoutContract.class, Mutants.ignoresMaxConnections())
                        .runsAndFails("theCallTimeoutCoversTheQueueAndSaysSo"),
                mutant("reports no reason", ClientContract.class, Mutants.reportsNoReason())
                        .runsAndFails(
                                "sendsNothingWhenTheConnectionIsRefused", "sendsNothingWhenTheServerIsUnreachable"),
                mutant("swallows refusals", ClientContract.class, sinks(Defects::swallowRefusals))
                        .runsAndFails("stopsAResponseOverTheLimit"),
                mutant("throws an Error", ClientContract.class, failure(e -> {
                            throw new AssertionError("cannot happen", e);
                        }))
                        .runsAndFails("anyResponseEndsInAResultOrAGlpiException"));
    }

    static Stream<Mutant> transfers() {
        String[] stops = {
            "cancellingTheFutureLeavesNothing", "anInterruptLeavesNothing", "closingTheClientLeavesNothing"
        };
        return Stream.of(
                mutant("returns half a body", TransferContract.class, around(FileDefects::returnHalfABody))
                        .runsAndFails("reportsABrokenDownloadAndLeavesNothing", "sendsAFailingUploadOnce"),
                mutant(
                                "calls every response a file",
                                TransferContract.class,
                                sinks((good, status, headers) ->
                                        good.responseStarted(200, Headers.of("Content-Disposition", "filename=\"x\""))))
                        .runsAndFails(
                                "aResponseWithoutAFileLeavesTheFileAlone",
                                "downloadsAnEmptyFile",
                                "downloadsAFileCompletely"),
                mutant("leaves the file open", TransferContract.class, FileDefects.leavesTheFileOpen())
                        .runsAndFails("downloadsAFileCompletely"),
                mutant("leaves the file open", CloseDownloadContract.class, FileDefects.leavesTheFileOpen())
                        .onLinux()
                        .fails("leavesNothing"),
                mutant("retries once", TransferContract.class, around(ConnectionDefects::retryOnce))
                        .runs("sendsAFailingUploadOnce", "uploadsAFileCompletely")
                        .fails("sendsAFailingUploadOnce"),
                mutant("ignores aborts", TransferContract.class, around(ConnectionDefects::ignoreAbort))
                        .runsAndFails(stops),
                mutant("downloads without progress", TimeoutContract.class, sinks(FileDefects::downloadWithoutProgress))
                        .runs("completesASlowDownload", "completesASlowUpload")
                        .fails("completesASlowDownload"),
                mutant("pretends progress", TimeoutContract.class, around(FileDefects::pretendProgress))
                        .runsAndFails("endsAnIdleDownload", "endsAnIdleUpload"),
                mutant("uploads without progress", TimeoutContract.class, Mutants.uploadsWithoutProgress())
                        .runs("completesASlowDownload", "completesASlowUpload")
                        .fails("completesASlowUpload"),
                mutant("claims marked ends", TransferContract.class, sinks((good, status, headers) -> {
                            good.marksEndOfBody(); // true of HTTP/2, not of HTTP/1.1
                            return good.responseStarted(status, headers);
                        }))
                        .soon(10)
                        .runs(
                                "refusesAFileOfUnknownLengthOverTls",
                                "refusesATruncatedFileByItsEtag",
                                "refusesAFileChangedInTransit")
                        .fails("refusesAFileOfUnknownLengthOverTls"),
                mutant(
                                "loses the ETag",
                                TransferContract.class,
                                responseHeaders(headers -> Defects.without(headers, "Etag")))
                        .soon(10)
                        .runs("downloadsAnEmptyFile", "downloadsAFileWithAnEtagOverTls", "refusesAFileChangedInTransit")
                        .fails("downloadsAFileWithAnEtagOverTls", "refusesAFileChangedInTransit"));
    }
}
