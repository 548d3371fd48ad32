package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;

/** The rights of a session's active profile. */
public final class Rights {
    public static final int READ = 1;
    public static final int UPDATE = 2;
    public static final int CREATE = 4;
    public static final int DELETE = 8;
    public static final int PURGE = 16;

    private Rights() {}

    /** Whether the session has a profile with a right to perform an action. */
    public static boolean allow(ApiRequest request, Session session, String right, int bit) {
        Scope scope = session.scope();
        if (scope == null) {
            return false;
        }
        int bits = request.state()
                .factoryData()
                .rights(scope.profile())
                .path(right)
                .intValue();
        return (bits & bit) != 0;
    }
}
