package io.github.glpi4j.internal.diagnosis;

import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.GlpiException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The checks of a {@link Diagnosis}, with what is known of them so far. */
final class DiagnosisBuilder {

    private static final List<String> NAMES = List.of(
            "name",
            "tcp",
            "tls",
            "http",
            "glpi",
            "api",
            "address",
            "app-token",
            "authorization",
            "credentials",
            "password",
            "profile",
            "session",
            "rights");

    /** For failures that have no hint of their own. */
    private static final Map<String, String> FIXES = Map.of(
            "tcp",
            "Check host and port of the base URL, the proxy if there is one, and the firewalls in between",
            "http",
            "Something on the way ended the connection: see the error logs of the web server and of PHP, and check"
                    + " proxies and firewalls in between");

    private static final String OTHER_FIX =
            "See files/_log/php-errors.log on GLPI's server, and the web server's error log";

    private final Map<String, Diagnosis.Check> known = new ConcurrentHashMap<>();

    void ok(String name, String detail) {
        known.put(name, new Diagnosis.Check(name, Diagnosis.Result.OK, detail, ""));
    }

    void note(String name, String detail) {
        known.put(name, new Diagnosis.Check(name, Diagnosis.Result.NOT_REACHED, detail, ""));
    }

    void fail(String name, String detail, String fix) {
        known.put(name, new Diagnosis.Check(name, Diagnosis.Result.FAILED, detail, fix));
    }

    void fail(String name, @Nullable Throwable failure) {
        String hint =
                failure instanceof GlpiException reported ? reported.hint().orElse("") : "";
        String message = failure == null ? "" : String.valueOf(failure.getMessage());
        String suffix = ". " + hint;
        boolean ends = !hint.isEmpty() && message.endsWith(suffix);
        fail(
                name,
                ends ? message.substring(0, message.length() - suffix.length()) : message,
                hint.isEmpty() ? FIXES.getOrDefault(name, OTHER_FIX) : hint);
    }

    Diagnosis diagnosis() {
        return Diagnosis.of(NAMES.stream()
                .map(name -> known.getOrDefault(name, new Diagnosis.Check(name, Diagnosis.Result.NOT_REACHED, "", "")))
                .toList());
    }
}
