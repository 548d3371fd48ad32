package io.github.glpi4j.listener;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The outcome of a call.
 *
 * @param status the HTTP status of its last exchange, if a response began
 * @param code GLPI's code, if the call failed because GLPI refused
 * @param duration from the start of the call, waits and retries included
 * @param attempts how many requests the call sent or tried to send; those of a login are not included
 * @param logins how many logins the call started: 0 for nearly all calls, which use a session that is open or wait for
 *     the login of another call; retries of a login are not counted
 * @param failure the exception, if the call failed: an equal one to that of the caller, not the same object; a {@link java.util.concurrent.CancellationException} if the caller
 *     cancelled it
 */
public record CallResult(
        OptionalInt status,
        Optional<String> code,
        Duration duration,
        int attempts,
        int logins,
        Optional<Throwable> failure) {}
