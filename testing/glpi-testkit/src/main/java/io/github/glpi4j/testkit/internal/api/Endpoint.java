package io.github.glpi4j.testkit.internal.api;

/** Answers calls to one endpoint. Stateless: all state is in the call. */
public interface Endpoint {
    ApiResponse answer(ApiRequest request);
}
