package io.github.glpi4j.cli.quickstart;

import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.ErrorReport;
import io.github.glpi4j.cli.output.Table;
import io.github.glpi4j.cli.output.WordWrap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what a quickstart did. */
final class QuickstartReport {

    private QuickstartReport() {}

    static CommandResult of(String url, Quickstart quickstart) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", url);
        json.put(
                "steps", quickstart.steps().stream().map(QuickstartReport::json).toList());
        List<String> lines = new ArrayList<>();
        lines.add("GLPI at " + url);
        lines.add("");
        lines.addAll(table(quickstart));
        lines.add("");
        lines.add("What the refusals say:");
        quickstart.refusals().forEach(refusal -> lines.addAll(refusal(refusal)));
        lines.add("");
        lines.add(quickstart.steps().size() + " calls, all as expected.");
        return new CommandResult(json, lines);
    }

    static List<String> table(Quickstart quickstart) {
        Table table = new Table("call", "transport", "mode", "outcome", "time");
        quickstart
                .steps()
                .forEach(step -> table.row(
                        step.call(),
                        step.via().transport().toString(),
                        mode(step),
                        step.outcome(),
                        millis(step.time()) + " ms"));
        return table.lines();
    }

    private static Map<String, Object> json(QuickstartStep step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("call", step.call());
        json.put("transport", step.via().transport().toString());
        json.put("mode", mode(step));
        json.put("outcome", step.outcome());
        json.put("millis", millis(step.time()));
        return json;
    }

    private static List<String> refusal(GlpiAuthenticationException refusal) {
        List<String> lines = new ArrayList<>();
        lines.addAll(WordWrap.lines("  ", "    ", ErrorReport.problem(refusal)));
        ErrorReport.hint(refusal).ifPresent(hint -> lines.addAll(WordWrap.lines("    -> ", "       ", hint)));
        return lines;
    }

    private static String mode(QuickstartStep step) {
        return step.via().mode().name().toLowerCase(Locale.ROOT);
    }

    private static long millis(Duration time) {
        return time.toMillis();
    }
}
