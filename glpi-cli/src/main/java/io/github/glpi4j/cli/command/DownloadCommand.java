package io.github.glpi4j.cli.command;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.FileNames;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.document.DownloadedDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads the file of a document. */
@Command(
        name = "download",
        description = {
            "Download the file of a document.",
            "It is written beside FILE and put into place when it is complete. If the disk cannot take it,"
                    + " the exit code is 4, as for a lost connection.",
            "--timeout limits how long no data may arrive, not the download."
        })
public final class DownloadCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The document's id.")
    private long id;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = {
                "The file to write, in a folder that exists;",
                "or a folder, for the document's own name;",
                "or - for standard output."
            })
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(
            names = {"-f", "--force"},
            description = "Replace FILE if it exists.")
    private boolean force;

    public DownloadCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    GlpiClientBuilder client() {
        return clientWithProgress("Downloading");
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        if (file.toString().equals("-")) {
            return toStandardOutput(session, mode);
        }
        if (Files.isDirectory(file)) {
            return toFolder(session, mode);
        }
        Call<DownloadedDocument> download = session.documents().download(id, file);
        FileNames.requireWritable(file);
        // A link that leads nowhere would be replaced as well.
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException("FILE exists: " + file, "Pass --force to replace it, or another FILE");
        }
        return result(file, mode.run(download));
    }

    /** Through a temporary file, so that nothing is written if the download fails. */
    private CommandResult toStandardOutput(GlpiSession session, Mode mode) {
        if (isJson()) {
            throw new UsageException("--json and - both write to standard output", "Leave out --json, or pass a file");
        }
        try (TemporaryFolder temporary = TemporaryFolder.create("document")) {
            mode.run(session.documents().download(id, temporary.file()));
            Files.copy(temporary.file(), output().stream());
            output().stream().flush();
            return CommandResult.PRINTED;
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be written to standard output", e);
        }
    }

    private CommandResult toFolder(GlpiSession session, Mode mode) {
        try (TemporaryFolder temporary = TemporaryFolder.createIn(file, "document")) {
            DownloadedDocument document = mode.run(session.documents().download(id, temporary.file()));
            String name = document.fileName();
            if (!FileNames.isSafe(name)) {
                throw new UsageException(
                        "the document's name is not safe as the name of a file: " + name, "Pass a FILE to write to");
            }
            Path target = file.resolve(name);
            if (Files.isDirectory(target) || (!force && Files.exists(target, LinkOption.NOFOLLOW_LINKS))) {
                throw new UsageException("FILE exists: " + target, "Pass --force to replace it, or another FILE");
            }
            Files.move(temporary.file(), target, force ? new CopyOption[] {REPLACE_EXISTING} : new CopyOption[0]);
            return result(target, document);
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be written to " + file, e);
        }
    }

    private static CommandResult result(Path written, DownloadedDocument document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", written.toString());
        json.put("file_name", document.fileName());
        json.put("content_type", document.contentType());
        return new CommandResult(
                json,
                List.of("  file  " + written, "  name  " + document.fileName(), "  type  " + document.contentType()));
    }
}
