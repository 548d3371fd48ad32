package io.github.glpi4j.testkit.internal;

/** What the active profile of a session allows. */
final class Rights {
    static final int READ = 1;
    static final int CREATE = 4;
    static final int DELETE = 8;
    static final int PURGE = 16;

    private Rights() {}

    /** Whether the session has a profile that allows one thing with one kind of item. */
    static boolean allow(Call call, Session session, String right, int bit) {
        Scope scope = session.scope();
        if (scope == null) {
            return false;
        }
        int bits =
                call.state().factoryData().rights(scope.profile()).path(right).intValue();
        return (bits & bit) != 0;
    }
}
