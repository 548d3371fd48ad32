package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.php.PhpQuery;
import io.github.glpi4j.testkit.internal.state.Session;

/** Maintenance mode, and GLPI's way to skip it: the query {@code skipMaintenance=1}, which the session remembers. */
public final class Maintenance {
    private Maintenance() {}

    public static boolean stops(ApiRequest request) {
        return request.isOn(GlpiSwitch.MAINTENANCE) && !isSkipped(request);
    }

    public static boolean isSkipped(ApiRequest request) {
        return new Parameters(PhpQuery.parse(request.received().query())).isTruthy("skipMaintenance")
                || request.state()
                        .sessions()
                        .find(request.sessionToken())
                        .map(Session::skipsMaintenance)
                        .orElse(false);
    }
}
