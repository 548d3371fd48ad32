package io.github.glpi4j.testkit.internal;

/** Answers calls to one endpoint. Stateless: all state is in the call. */
interface Endpoint {
    Answer answer(Call call);
}
