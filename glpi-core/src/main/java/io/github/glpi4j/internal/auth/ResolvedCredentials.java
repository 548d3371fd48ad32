package io.github.glpi4j.internal.auth;

import java.util.List;
import java.util.Map;

/** Credentials that can be sent as they are. */
public sealed interface ResolvedCredentials permits BasicCredentials, UserTokenCredentials {

    /** The value of the Authorization header. */
    String authorization();

    /** The same, for servers that strip that header. */
    Map<String, String> bodyFields();

    /** What must not be shown, in any form it travels in. */
    List<String> secrets();
}
