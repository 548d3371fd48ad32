package io.github.glpi4j.cli.item;

import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.output.Table;
import io.github.glpi4j.item.BulkResult;
import io.github.glpi4j.item.BulkResult.Outcome;
import io.github.glpi4j.item.BulkResult.Status;
import io.github.glpi4j.item.WriteResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What writes came to. */
public final class WriteReport {

    private WriteReport() {}

    public static CommandResult of(WriteResult written) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", written.id());
        json.put("message", written.message());
        return new CommandResult(
                json,
                List.of(
                        "  id       " + written.id(),
                        "  message  " + (written.message().isEmpty() ? "-" : written.message())));
    }

    static CommandResult of(BulkResult result, Output out) {
        List<Map<String, Object>> json = new ArrayList<>();
        Table table = new Table("index", "id", "outcome", "message");
        for (Outcome outcome : result.outcomes()) {
            int index = json.size();
            json.add(json(index, outcome));
            table.row(
                    String.valueOf(index),
                    outcome.id().isPresent() ? String.valueOf(outcome.id().getAsLong()) : "-",
                    word(outcome.status()),
                    outcome.message().isEmpty() ? "-" : outcome.message());
        }
        List<String> lines = new ArrayList<>();
        if (!json.isEmpty()) {
            lines.addAll(out.lines(table));
            lines.add("");
        }
        lines.add(summary(result));
        return new CommandResult(Map.of("outcomes", json), lines, exitCode(result));
    }

    private static Map<String, Object> json(int index, Outcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", index);
        switch (outcome.status()) {
            case DONE -> json.put("id", outcome.id().orElseThrow());
            case UNKNOWN -> json.put("unknown", true);
            case REFUSED, NOT_SENT -> json.put("error", outcome.message());
        }
        return json;
    }

    /** A write that may have happened comes first, since somebody has to look. */
    private static int exitCode(BulkResult result) {
        if (has(result, Status.UNKNOWN)) {
            return ExitCode.NO_RESPONSE;
        }
        return result.isComplete() ? ExitCode.SUCCESS : ExitCode.REFUSED;
    }

    private static boolean has(BulkResult result, Status status) {
        return result.outcomes().stream().anyMatch(outcome -> outcome.status() == status);
    }

    private static String summary(BulkResult result) {
        String counts = Stream.of(Status.values())
                .filter(status -> has(result, status))
                .map(status -> result.outcomes().stream()
                                .filter(outcome -> outcome.status() == status)
                                .count() + " " + word(status))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "0 done" : counts;
    }

    private static String word(Status status) {
        return switch (status) {
            case DONE -> "done";
            case REFUSED -> "refused";
            case UNKNOWN -> "unknown";
            case NOT_SENT -> "not sent";
        };
    }
}
