package io.github.glpi4j.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An "API client" row of GLPI: who may call from which address, and with which App-Token. Immutable. */
public final class ApiClient {
    private final String name;
    private final boolean active;
    private final boolean callerMatching;
    private final @Nullable String appToken;

    private ApiClient(String name, boolean active, boolean callerMatching, @Nullable String appToken) {
        this.name = Objects.requireNonNull(name, "name");
        this.active = active;
        this.callerMatching = callerMatching;
        this.appToken = appToken;
    }

    /**
     * An active client whose address range holds the caller and that asks for no App-Token.
     *
     * @param name what an administrator calls it
     * @return the client
     */
    public static ApiClient of(String name) {
        return new ApiClient(name, true, true, null);
    }

    /**
     * Asks for an App-Token.
     *
     * @param newAppToken the token, null for none
     * @return the changed copy
     */
    public ApiClient withAppToken(@Nullable String newAppToken) {
        return new ApiClient(name, active, callerMatching, newAppToken);
    }

    /**
     * Switches the client on or off; one that is off counts as absent.
     *
     * @param newActive whether it is on
     * @return the changed copy
     */
    public ApiClient withActive(boolean newActive) {
        return new ApiClient(name, newActive, callerMatching, appToken);
    }

    /**
     * Moves the caller into or out of the client's address range.
     *
     * @param newCallerMatching whether the caller's address is in the range
     * @return the changed copy
     */
    public ApiClient withCallerMatching(boolean newCallerMatching) {
        return new ApiClient(name, active, newCallerMatching, appToken);
    }

    /**
     * What an administrator calls it.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Whether this client lets the caller in at all.
     *
     * @return true if it is active and its range holds the caller
     */
    public boolean admitsCaller() {
        return active && callerMatching;
    }

    /**
     * The App-Token it asks for.
     *
     * @return the token, or null if it asks for none
     */
    public @Nullable String appToken() {
        return appToken;
    }

    @Override
    public String toString() {
        return "ApiClient[" + name + ", active=" + active + ", callerMatching=" + callerMatching + ", appToken="
                + (appToken == null ? "none" : "***") + "]";
    }
}
