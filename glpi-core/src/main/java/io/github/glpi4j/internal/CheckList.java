package io.github.glpi4j.internal;

import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.GlpiException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The checks of a {@link Diagnosis}, with what is known of them so far. */
final class CheckList {

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

    /** Everything further out has been passed. */
    void fail(String name, @Nullable Throwable failure) {
        for (String outer : NAMES.subList(0, NAMES.indexOf(name))) {
            known.putIfAbsent(outer, new Diagnosis.Check(outer, Diagnosis.Result.OK, "", ""));
        }
        String fix = failure instanceof GlpiException told ? told.hint().orElse("") : "";
        String message = failure == null ? "" : String.valueOf(failure.getMessage());
        String suffix = ". " + fix;
        fail(
                name,
                !fix.isEmpty() && message.endsWith(suffix)
                        ? message.substring(0, message.length() - suffix.length())
                        : message,
                fix);
    }

    Diagnosis diagnosis() {
        return Diagnosis.of(NAMES.stream()
                .map(name -> known.getOrDefault(name, new Diagnosis.Check(name, Diagnosis.Result.NOT_REACHED, "", "")))
                .toList());
    }
}
