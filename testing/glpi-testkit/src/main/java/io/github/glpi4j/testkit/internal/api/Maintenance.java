package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.php.PhpQuery;
import io.github.glpi4j.testkit.internal.state.Session;

/** Maintenance mode, and GLPI's way around it: the query {@code skipMaintenance=1}, which the session remembers. */
public final class Maintenance {
    private Maintenance() {}

    public static boolean stops(Call call) {
        return call.isOn(GlpiSwitch.MAINTENANCE) && !isSkipped(call);
    }

    public static boolean isSkipped(Call call) {
        return new Parameters(PhpQuery.parse(call.request().query())).isTruthy("skipMaintenance")
                || call.state()
                        .sessions()
                        .find(call.sessionToken())
                        .map(Session::skipsMaintenance)
                        .orElse(false);
    }
}
