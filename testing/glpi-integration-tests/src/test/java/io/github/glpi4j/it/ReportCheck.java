package io.github.glpi4j.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.it.ReportRun.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares the result of a report with its expectations. */
final class ReportCheck {

    /** The minimum length of a quote from the response, which does not count as the message's own words. */
    private static final int QUOTED = 12;

    private final Outcome outcome;
    private final List<String> requests;
    private final int filesLeft;
    private final String says;
    private final String shows;

    ReportCheck(PublicReport report, Outcome outcome, List<String> requests, int filesLeft) {
        this.outcome = outcome;
        this.requests = requests;
        this.filesLeft = filesLeft;
        this.says = withoutQuotes(said(outcome), report.bodies());
        this.shows = shown(outcome.failure());
    }

    /** Returns the violated expectations, empty if none. */
    List<String> violations(JsonNode check) {
        List<String> violations = new ArrayList<>();
        check.properties().forEach(rule -> add(violations, rule.getKey(), rule.getValue()));
        if (outcome.failure() != null
                && check.path("outcome").asText().equals("error")
                && !check.has("type")
                && !(outcome.failure() instanceof GlpiException)) {
            violations.add("not a GlpiException: " + outcome.failure());
        }
        return violations;
    }

    private void add(List<String> violations, String rule, JsonNode wanted) {
        boolean holds = switch (rule) {
            case "anyOf" -> anyOf(wanted);
            case "outcome" -> wanted.textValue().equals(kind());
            case "type" -> hasType(wanted.textValue());
            case "code" ->
                outcome.failure() instanceof GlpiApiException e && e.code().equals(wanted.textValue());
            case "status" -> status() == wanted.asInt();
            case "says" -> all(wanted, says);
            case "saysNot" -> none(wanted, says);
            case "shows" -> all(wanted, shows);
            case "showsNot" -> none(wanted, shows);
            case "value" -> all(wanted, outcome.value());
            case "id" -> hasId(wanted.asLong());
            case "checks" -> checks(wanted);
            case "filesLeft" -> filesLeft == wanted.asInt();
            case "requests" -> requests(wanted);
            default -> throw new AssertionError("no rule " + rule);
        };
        if (!holds) {
            violations.add(rule + ": " + wanted + " does not hold for " + kind() + " "
                    + (outcome.failure() == null ? outcome.value() : outcome.failure()));
        }
    }

    private boolean anyOf(JsonNode checks) {
        for (JsonNode check : checks) {
            if (violations(check).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private String kind() {
        return outcome.failure() == null ? "value" : outcome.built() ? "error" : "refused-at-build";
    }

    private boolean hasType(String name) {
        for (Class<?> type =
                        outcome.failure() == null ? null : outcome.failure().getClass();
                type != null;
                type = type.getSuperclass()) {
            if (type.getSimpleName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private int status() {
        if (outcome.failure() instanceof GlpiApiException e) {
            return e.status();
        }
        return outcome.failure() instanceof GlpiProtocolException e ? e.status() : -1;
    }

    private boolean hasId(long id) {
        return outcome.failure() == null
                ? outcome.result() instanceof UploadedDocument document && document.id() == id
                : find("\\b" + id + "\\b", says);
    }

    private boolean checks(JsonNode wanted) {
        if (!(outcome.result() instanceof Diagnosis diagnosis)) {
            return false;
        }
        for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
            String result = diagnosis.checks().stream()
                    .filter(check -> check.name().equals(entry.getKey()))
                    .map(check -> check.result().toString().toLowerCase(Locale.ROOT))
                    .findFirst()
                    .orElse("");
            String expected = entry.getValue().textValue();
            boolean not = expected.startsWith("!");
            if (not == result.equals(not ? expected.substring(1) : expected)) {
                return false;
            }
        }
        return true;
    }

    private boolean requests(JsonNode wanted) {
        List<String> chosen = requests.stream()
                .filter(request -> find(wanted.path("of").asText(), request))
                .toList();
        return chosen.size() >= wanted.path("min").asInt()
                && chosen.size() <= wanted.path("max").asInt(Integer.MAX_VALUE)
                && (!wanted.has("some") || chosen.stream().anyMatch(request -> all(wanted.path("some"), request)))
                && chosen.stream().allMatch(request -> all(wanted.path("every"), request))
                && chosen.stream().allMatch(request -> none(wanted.path("none"), request));
    }

    private static boolean all(JsonNode expressions, String text) {
        for (JsonNode expression : expressions) {
            if (!find(expression.textValue(), text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean none(JsonNode expressions, String text) {
        for (JsonNode expression : expressions) {
            if (find(expression.textValue(), text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean find(String expression, String text) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE;
        return Pattern.compile(expression, flags).matcher(text).find();
    }

    private static String said(Outcome outcome) {
        if (outcome.result() instanceof Diagnosis diagnosis) {
            StringBuilder said = new StringBuilder();
            diagnosis.checks().stream()
                    .filter(check -> check.result() == Diagnosis.Result.FAILED)
                    .forEach(check -> said.append(check.detail())
                            .append('\n')
                            .append(check.fix())
                            .append('\n'));
            return said.toString();
        }
        RuntimeException failure = outcome.failure();
        if (failure == null) {
            return "";
        }
        String hint = failure instanceof GlpiException e ? e.hint().orElse("") : "";
        return failure.getMessage() + "\n" + hint;
    }

    private static String shown(@Nullable Throwable failure) {
        StringBuilder shown = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            shown.append(cause).append('\n');
            if (cause instanceof GlpiProtocolException e) {
                shown.append(e.excerpt()).append('\n');
            } else if (cause instanceof GlpiApiException e) {
                shown.append(e.serverMessage()).append('\n');
            }
            if (cause instanceof GlpiException e) {
                shown.append(e.hint().orElse("")).append('\n');
            }
        }
        return shown.toString();
    }

    private static String withoutQuotes(String text, List<String> bodies) {
        StringBuilder own = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            for (String body : bodies) {
                end = Math.max(end, quoteEnd(text, at, body));
            }
            if (end == at) {
                own.append(text.charAt(at));
                at++;
            } else {
                own.append('…');
                at = end;
            }
        }
        return own.toString();
    }

    /** Returns the end of the longest quote from the body that starts here; the start itself if it is too short. */
    private static int quoteEnd(String text, int at, String body) {
        int end = at + QUOTED;
        if (end > text.length() || !body.contains(text.substring(at, end))) {
            return at;
        }
        while (end < text.length() && body.contains(text.substring(at, end + 1))) {
            end++;
        }
        return end;
    }
}
