package io.github.glpi4j.cli.command;

import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.FileNames;
import io.github.glpi4j.cli.option.ItemReference;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.Secrets;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.document.UploadDocument;
import io.github.glpi4j.document.UploadedDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a document of a file. */
@Command(
        name = "upload",
        description = {
            "Make a document of a file.",
            "It is put into the entity that is worked in: see --entity.",
            "--timeout does not limit the upload, but the time in which no data moves."
        })
public final class UploadCommand extends SessionCommand {

    @Parameters(paramLabel = "FILE", description = "The file to upload; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--name", paramLabel = "TEXT", description = "The document's name (default: the file's).")
    private @Nullable String name;

    @Option(
            names = "--file-name",
            paramLabel = "NAME",
            description = "With - as FILE: the file's name. GLPI takes the type from its extension.")
    private @Nullable String fileName;

    @Option(names = "--comment", paramLabel = "TEXT", description = "What is said of the document.")
    private @Nullable String comment;

    @Option(names = "--category", paramLabel = "ID", description = "The DocumentCategory to put it under.")
    private @Nullable Long category;

    @Option(
            names = "--attach-to",
            paramLabel = "ITEMTYPE:ID",
            converter = ItemReference.Converter.class,
            description = {
                "The item to link it to, such as Ticket:42.",
                "Up to version 10 GLPI then names the document after that item."
            })
    private @Nullable ItemReference item;

    public UploadCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    GlpiClientBuilder client() {
        return clientWithProgress("Uploading");
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        if (!file.toString().equals("-")) {
            if (fileName != null) {
                throw new UsageException("--file-name is only for standard input", "Pass - instead of " + file);
            }
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new IllegalArgumentException("no file that can be read: " + file);
            }
            return result(mode.run(withOptions(session.documents().upload(file))));
        }
        if (fileName == null || !FileNames.isSafe(fileName)) {
            throw new UsageException(
                    "standard input has no file name", "Pass one without folders, such as --file-name report.pdf");
        }
        return uploadStandardInput(session, mode, fileName);
    }

    /** GLPI wants to know the length first, so all of it is read before anything is sent. */
    private CommandResult uploadStandardInput(GlpiSession session, Mode mode, String name) {
        try (TemporaryFolder temporary = TemporaryFolder.create(name)) {
            Files.copy(standardInput(), temporary.file());
            return result(mode.run(withOptions(session.documents().upload(temporary.file()))));
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be copied to a temporary file", e);
        }
    }

    private UploadDocument withOptions(UploadDocument upload) {
        UploadDocument chosen = upload;
        if (name != null) {
            chosen = chosen.name(Secrets.requireIntact("--name", name));
        }
        if (comment != null) {
            chosen = chosen.comment(Secrets.requireIntact("--comment", comment));
        }
        if (category != null) {
            chosen = chosen.category(category);
        }
        if (item != null) {
            chosen = chosen.linkTo(item.itemtype(), item.id());
        }
        return chosen;
    }

    private static CommandResult result(UploadedDocument document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", document.id());
        json.put("file_name", document.fileName());
        List<String> lines = new ArrayList<>(List.of("  id    " + document.id(), "  name  " + document.fileName()));
        if (!document.confirmed()) {
            json.put("confirmed", false);
            json.put("note", document.note());
            lines.add("  note  " + document.note());
        }
        return new CommandResult(json, lines);
    }
}
