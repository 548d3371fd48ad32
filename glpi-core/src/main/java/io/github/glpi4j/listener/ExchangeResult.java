package io.github.glpi4j.listener;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The outcome of an HTTP exchange.
 *
 * @param status the HTTP status, if a response began
 * @param code GLPI's code, if GLPI refused, such as {@code ERROR_SESSION_TOKEN_INVALID}
 * @param duration from before the request was sent until the response was decoded
 * @param failure the exception, if the exchange failed: what the caller would get if the call ended with it
 */
public record ExchangeResult(
        OptionalInt status, Optional<String> code, Duration duration, Optional<Throwable> failure) {}
