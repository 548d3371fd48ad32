package io.github.glpi4j.cli.command;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.document.DownloadedDocument;
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
            "It is written beside FILE and put into place when it is whole. A disk that does not take it"
                    + " ends in exit code 4, as a connection that breaks off.",
            "--timeout does not bound the whole download, but how long nothing may come."
        })
public final class DownloadCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The document's id.")
    private long id;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write, in a folder that exists.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--force", description = "Replace FILE if it exists.")
    private boolean force;

    public DownloadCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    CommandResult execute(GlpiSession session, Mode mode) {
        Call<DownloadedDocument> download = session.documents().download(id, file);
        // A link that leads nowhere would be replaced as well.
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException("FILE exists: " + file, "Pass --force to replace it, or another FILE");
        }
        return result(mode.run(download));
    }

    private static CommandResult result(DownloadedDocument document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", document.file().toString());
        json.put("file_name", document.fileName());
        json.put("content_type", document.contentType());
        return new CommandResult(
                json,
                List.of(
                        "  file  " + document.file(),
                        "  name  " + document.fileName(),
                        "  type  " + document.contentType()));
    }
}
