package io.github.glpi4j.testkit.internal.api;

/** Answers requests to an endpoint. Stateless: all state is in the request. */
public interface Endpoint {
    ApiResponse answer(ApiRequest request);
}
