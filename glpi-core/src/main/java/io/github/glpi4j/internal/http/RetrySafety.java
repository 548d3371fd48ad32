package io.github.glpi4j.internal.http;

/** When a failed attempt may be retried. Requests that were certainly not sent are always retryable. */
public enum RetrySafety {
    /** Changes nothing on the server: also after a response that asks to try later, or a broken connection. */
    READ,
    /** Opens a session: only after a response that asks to try later, since a lost response may hold a session. */
    LOGIN,
    /** Ends a session: always, since an unknown token on a retry counts as ended. */
    END,
    /** Changes something: never once a byte may have been sent. */
    WRITE
}
