package io.github.glpi4j.cli.command;

import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.cli.output.CommandLineHints;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.WordWrap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a diagnosis. */
final class DiagnosisReport {

    private static final String INDENT = " ".repeat(28);

    private DiagnosisReport() {}

    static CommandResult of(Diagnosis diagnosis) {
        List<Map<String, Object>> checks =
                diagnosis.checks().stream().map(DiagnosisReport::json).toList();
        List<String> lines = new ArrayList<>();
        diagnosis.checks().forEach(check -> lines.addAll(lines(check)));
        lines.add("");
        lines.addAll(WordWrap.lines("", "", summary(diagnosis)));
        return new CommandResult(Map.of("checks", checks), lines);
    }

    static Optional<Diagnosis.Check> firstFailed(Diagnosis diagnosis) {
        return diagnosis.checks().stream()
                .filter(check -> check.result() == Diagnosis.Result.FAILED)
                .findFirst();
    }

    private static Map<String, Object> json(Diagnosis.Check check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", check.name());
        json.put("result", check.result().toString());
        json.put("detail", check.detail());
        json.put("fix", check.fix());
        return json;
    }

    private static List<String> lines(Diagnosis.Check check) {
        String start = String.format("%-15s%-13s", check.name(), check.result());
        List<String> lines = new ArrayList<>();
        WordWrap.lines(start, INDENT, check.detail()).forEach(line -> lines.add(line.stripTrailing()));
        if (!check.fix().isEmpty()) {
            String fix = CommandLineHints.forText(check.fix(), check.name());
            lines.addAll(WordWrap.lines(INDENT + "-> ", INDENT + "   ", fix));
        }
        return lines;
    }

    private static String summary(Diagnosis diagnosis) {
        if (diagnosis.isHealthy()) {
            return "All is well.";
        }
        return firstFailed(diagnosis)
                .map(failed -> "Not well: " + failed.name() + ".")
                .orElse(CommandLineHints.forText("Nothing failed, but not all was reached", "credentials"));
    }
}
