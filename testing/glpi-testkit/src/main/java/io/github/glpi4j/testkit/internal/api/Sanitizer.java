package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** GLPI's encoding of the text fields of items. */
public final class Sanitizer {
    private static final Set<String> SANITIZED = Set.of("true", "on", "1", "yes");

    private Sanitizer() {}

    /** As of GLPI 10, a client can request plain text by any value other than the usual words for true. */
    public static UnaryOperator<String> of(ApiRequest request) {
        GlpiVersion version = request.state().version();
        return !version.isBefore10() && plainIsWanted(request) ? UnaryOperator.identity() : version::encode;
    }

    public static boolean plainIsWanted(ApiRequest request) {
        return request.received()
                .header("X-GLPI-Sanitized-Content")
                .filter(value -> !SANITIZED.contains(value.toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
