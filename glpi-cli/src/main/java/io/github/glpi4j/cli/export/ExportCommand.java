package io.github.glpi4j.cli.export;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.FileNames;
import io.github.glpi4j.cli.option.FilterOptions;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.output.Progress;
import io.github.glpi4j.cli.rows.CsvOptions;
import io.github.glpi4j.cli.rows.RowWriter;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ListItems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports items to a file. */
@Command(
        name = "export",
        description = {
            "Export all items of a type to a file, sorted by id.",
            "The items are written to .FILE.part beside FILE, which is replaced when the export is complete. After a"
                    + " break, the same command within 24 hours continues behind the last complete page.",
            "CSV has a column for each field of the first 200 items; nested values are JSON. If the disk cannot take the"
                    + " file, the exit code is 4, as for a lost connection."
        })
public final class ExportCommand extends SessionCommand {

    @Parameters(paramLabel = "TYPE", description = "The itemtype, such as Computer.")
    @SuppressWarnings("NullAway.Init") // required
    private String type;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write, in a folder that exists; its name ends in .csv, .jsonl or .json.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Option(names = "--restart", description = "Discard what an interrupted export has left, and start anew.")
    private boolean restart;

    @Mixin
    private final CsvOptions csv = new CsvOptions();

    public ExportCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        ExportFormat format = ExportFormat.of(file);
        ListItems<Item> list = filter.applyTo(session.items(type).list());
        FileNames.requireWritable(file);
        String export = String.join(
                " ",
                type,
                filter.description(),
                origin(),
                format.toString(),
                csv.forSpreadsheets() ? "for spreadsheets" : "");
        try (PartFile part = PartFile.open(file.toAbsolutePath(), export, restart)) {
            return export(part, format, list, mode);
        } catch (IOException e) {
            throw new UncheckedIOException("the export cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private CommandResult export(PartFile part, ExportFormat format, ListItems<Item> list, Mode mode)
            throws IOException {
        Checkpoint start = part.checkpoint();
        ItemWalk walk = new ItemWalk(list, mode, start.lastId(), start.position());
        RowWriter writer = format.writer(part.out(), start, csv::text);
        long count = start.rows();
        try (Progress progress = progress("Exporting " + type, " items", 1, start.rows())) {
            for (List<Item> rows = walk.next(); !rows.isEmpty(); rows = walk.next()) {
                writer.write(rows);
                count += rows.size();
                part.checkpoint(count, walk.position(), walk.lastId(), writer.columns());
                progress.update(count, walk.total());
            }
            writer.finish();
            part.complete();
        } catch (IOException | RuntimeException e) {
            long kept = part.checkpoint().rows();
            if (kept > 0) {
                note("Interrupted after " + kept + " items: the same command continues there within 24 hours.");
            }
            throw e;
        }
        return result(format, count, start.rows());
    }

    private CommandResult result(ExportFormat format, long count, long resumedAfter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.toString());
        json.put("format", format.toString());
        json.put("count", count);
        json.put("resumed_after", resumedAfter);
        String resumed = resumedAfter == 0 ? "" : ", the first " + resumedAfter + " of them by an earlier run";
        return new CommandResult(
                json, List.of(count + (count == 1 ? " item" : " items") + " exported to " + file + resumed));
    }
}
