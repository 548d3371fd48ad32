package io.github.glpi4j.internal.http;

/** What an operation's sender may do again when an attempt fails; a request that was certainly not sent may always go again. */
public enum RetrySafety {
    /** Changes nothing on the server: also after an answer that says "later", or a connection that broke off. */
    READ,
    /** Opens a session: only after an answer that says "later", since an unseen answer may hold a session. */
    LOGIN,
    /** Ends a session: as often as retries are allowed, since an unknown token on a repetition counts as ended. */
    END,
    /** Changes something: never once a byte may have left. */
    WRITE
}
