package io.github.glpi4j.listener;

/**
 * Observes the calls of a client, for metrics, traces and logs. Set with {@link
 * io.github.glpi4j.GlpiClientBuilder#listener(GlpiListener)}.
 *
 * <pre>{@code
 * .listener(call -> result -> log.info("{} took {}", call.operation(), result.duration()))
 * }</pre>
 *
 * <p>A listener observes every call, each of its HTTP exchanges, and the calls that the client makes itself, such as the
 * login of its own session. It cannot change what a call does, except by adding headers. What it throws is logged and
 * otherwise ignored.
 *
 * <p>Its methods run on the threads of calls, which may be event loops: they must not block, and must not make calls with the
 * client that they observe. One listener may serve many
 * calls at the same time. Nothing that it receives contains a password, a token or the id of an item, except the messages
 * of failures, which name the item.
 */
@FunctionalInterface
public interface GlpiListener {

    /**
     * Observes a call that starts. Runs on the thread that starts the call, before anything is sent.
     *
     * @param call the call
     * @return the listener for this call
     */
    CallListener callStarted(CallInfo call);
}
