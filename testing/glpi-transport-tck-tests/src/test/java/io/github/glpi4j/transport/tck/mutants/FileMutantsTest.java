package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;

import io.github.glpi4j.transport.tck.contract.FileContract;
import java.util.stream.Stream;

final class FileMutantsTest extends MutantTest {

    private static final String CLOSING = """
            reportsABrokenDownloadAndClosesTheFile anAbortEndsADownloadAndClosesTheFile
            closingTheTransportEndsADownloadAndClosesTheFile""";

    @Override
    Stream<Mutant> mutants() {
        return Stream.of(
                mutant("measures files late", FileContract.class, FileDefects.measuresFilesLate())
                        .runs("sendsSegmentsOfBytesAndFilesInOrder reportsAFileThatGrew reportsAFileThatShrank")
                        .fails("reportsAFileThatGrew reportsAFileThatShrank"),
                mutant("appends to the file", FileContract.class, FileDefects.appendsToTheFile())
                        .runsAndFails("writesAResponseToTheFile writesAnEmptyResponseAsAnEmptyFile"),
                mutant("leaves the file open", FileContract.class, FileDefects.leavesTheFileOpen())
                        .onLinux()
                        .fails(CLOSING, "writesAResponseToTheFile"),
                mutant("returns half a body", FileContract.class, FileDefects.returnsHalfABody())
                        .fails(CLOSING),
                mutant("uploads without progress", FileContract.class, FileDefects.uploadsWithoutProgress())
                        .fails("reportsProgressOfAnUpload"),
                mutant("downloads without progress", FileContract.class, FileDefects.downloadsWithoutProgress())
                        .fails("reportsProgressOfADownload"),
                mutant("reports progress once", FileContract.class, FileDefects.reportsProgressOnce())
                        .fails("reportsProgressOfAnUpload"));
    }
}
