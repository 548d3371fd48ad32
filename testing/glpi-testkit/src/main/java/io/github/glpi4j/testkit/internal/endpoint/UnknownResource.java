package io.github.glpi4j.testkit.internal.endpoint;

import io.github.glpi4j.testkit.internal.api.Answer;
import io.github.glpi4j.testkit.internal.api.Call;
import io.github.glpi4j.testkit.internal.api.Endpoint;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.SessionCheck;

/** Answers for a path that is neither an endpoint nor a known itemtype. */
final class UnknownResource implements Endpoint {
    @Override
    public Answer answer(Call call) {
        // GLPI 9.5 looks at the path before it asks who is calling.
        if (!call.state().version().isBefore10()) {
            SessionCheck.check(call);
        }
        throw GlpiError.documented(
                400, "ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM", "resource not found or not an instance of CommonDBTM");
    }
}
