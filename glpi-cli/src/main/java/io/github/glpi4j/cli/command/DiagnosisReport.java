package io.github.glpi4j.cli.command;

import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.cli.output.Paragraph;
import io.github.glpi4j.cli.output.Result;
import io.github.glpi4j.cli.output.SettingHint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a diagnosis. */
final class DiagnosisReport {

    private static final String INDENT = " ".repeat(28);

    private DiagnosisReport() {}

    static Result of(Diagnosis diagnosis) {
        List<Map<String, Object>> checks =
                diagnosis.checks().stream().map(DiagnosisReport::json).toList();
        List<String> lines = new ArrayList<>();
        diagnosis.checks().forEach(check -> lines.addAll(lines(check)));
        lines.add("");
        lines.addAll(Paragraph.lines("", "", summary(diagnosis)));
        return new Result(Map.of("checks", checks), lines);
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
        Paragraph.lines(start, INDENT, check.detail()).forEach(line -> lines.add(line.stripTrailing()));
        if (!check.fix().isEmpty()) {
            String fix = SettingHint.append(check.fix(), check.name());
            lines.addAll(Paragraph.lines(INDENT + "-> ", INDENT + "   ", fix));
        }
        return lines;
    }

    private static String summary(Diagnosis diagnosis) {
        if (diagnosis.isHealthy()) {
            return "All is well.";
        }
        return firstFailed(diagnosis)
                .map(failed -> "Not well: " + failed.name() + ".")
                .orElse(SettingHint.append("Nothing failed, but not all was reached", "credentials"));
    }
}
