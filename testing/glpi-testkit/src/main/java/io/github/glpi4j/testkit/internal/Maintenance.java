package io.github.glpi4j.testkit.internal;

import io.github.glpi4j.testkit.GlpiSwitch;

/** Maintenance mode, and GLPI's way around it: the query {@code skipMaintenance=1}, which the session remembers. */
final class Maintenance {
    private Maintenance() {}

    static boolean stops(Call call) {
        return call.isOn(GlpiSwitch.MAINTENANCE) && !isSkipped(call);
    }

    static boolean isSkipped(Call call) {
        return new Parameters(PhpQuery.parse(call.request().query())).isTruthy("skipMaintenance")
                || call.state()
                        .sessions()
                        .find(call.sessionToken())
                        .map(Session::skipsMaintenance)
                        .orElse(false);
    }
}
