package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.internal.state.Session;

/** Answers requests to an endpoint that needs a session, after the checks of App-Token and session. */
public interface SessionEndpoint {
    ApiResponse answer(ApiRequest request, Session session);
}
