package io.github.glpi4j.testkit.internal;

/** Answers calls to an endpoint that needs a session; App-Token and session have been checked before. */
interface SessionEndpoint {
    Answer answer(Call call, Session session);
}
