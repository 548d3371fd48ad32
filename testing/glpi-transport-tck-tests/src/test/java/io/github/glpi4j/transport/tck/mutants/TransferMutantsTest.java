package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;
import static io.github.glpi4j.transport.tck.mutants.Mutation.responseHeaders;
import static io.github.glpi4j.transport.tck.mutants.Mutation.sinks;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.endtoend.TimeoutContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class TransferMutantsTest extends MutantTest {

    @Override
    Stream<Mutant> mutants() {
        return Stream.of(
                mutant("returns half a body", TransferContract.class, FileDefects.returnsHalfABody())
                        .runsAndFails("reportsABrokenDownloadAndLeavesNothing sendsAFailingUploadOnce"),
                mutant(
                                "calls every response a file",
                                TransferContract.class,
                                sinks((good, status, headers) ->
                                        good.responseStarted(200, Headers.of("Content-Disposition", "filename=\"x\""))))
                        .runsAndFails("""
                                aResponseWithoutAFileLeavesTheFileAlone downloadsAnEmptyFile
                                downloadsAFileCompletely"""),
                mutant("leaves the file open", TransferContract.class, FileDefects.leavesTheFileOpen())
                        .runsAndFails("downloadsAFileCompletely"),
                mutant("leaves the file open", CloseDownloadContract.class, FileDefects.leavesTheFileOpen())
                        .onLinux()
                        .fails("leavesNothing"),
                mutant("retries once", TransferContract.class, ConnectionDefects.retriesOnce())
                        .runs("sendsAFailingUploadOnce uploadsAFileCompletely")
                        .fails("sendsAFailingUploadOnce"),
                mutant("ignores aborts", TransferContract.class, ConnectionDefects.ignoresAborts())
                        .runsAndFails("""
                                cancellingTheFutureLeavesNothing anInterruptLeavesNothing
                                closingTheClientLeavesNothing"""),
                mutant("downloads without progress", TimeoutContract.class, FileDefects.downloadsWithoutProgress())
                        .runs("completesASlowDownload completesASlowUpload")
                        .fails("completesASlowDownload"),
                mutant("pretends progress", TimeoutContract.class, FileDefects.pretendsProgress())
                        .runsAndFails("endsAnIdleDownload endsAnIdleUpload"),
                mutant("uploads without progress", TimeoutContract.class, FileDefects.uploadsWithoutProgress())
                        .runs("completesASlowDownload completesASlowUpload")
                        .fails("completesASlowUpload"),
                mutant("claims marked ends", TransferContract.class, sinks((good, status, headers) -> {
                            good.marksEndOfBody(); // true of HTTP/2, not of HTTP/1.1
                            return good.responseStarted(status, headers);
                        }))
                        .soon(10)
                        .runs("""
                                refusesAFileOfUnknownLengthOverTls refusesATruncatedFileByItsEtag
                                refusesAFileChangedInTransit""")
                        .fails("refusesAFileOfUnknownLengthOverTls"),
                mutant(
                                "loses the ETag",
                                TransferContract.class,
                                responseHeaders(fields ->
                                        fields.removeIf(field -> field.getKey().equals("Etag"))))
                        .soon(10)
                        .runs("downloadsAnEmptyFile downloadsAFileWithAnEtagOverTls refusesAFileChangedInTransit")
                        .fails("downloadsAFileWithAnEtagOverTls refusesAFileChangedInTransit"));
    }
}
