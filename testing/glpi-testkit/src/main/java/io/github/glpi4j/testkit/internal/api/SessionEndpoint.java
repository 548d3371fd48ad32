package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.internal.state.Session;

/** Answers calls to an endpoint that needs a session; App-Token and session have been checked before. */
public interface SessionEndpoint {
    ApiResponse answer(ApiRequest request, Session session);
}
