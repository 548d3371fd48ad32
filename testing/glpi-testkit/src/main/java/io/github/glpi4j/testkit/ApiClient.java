package io.github.glpi4j.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An API client of GLPI: admits callers by address and App-Token. Immutable. */
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
     * Creates an active client that admits the caller and requires no App-Token.
     *
     * @param name the name shown to administrators
     * @return the client
     */
    public static ApiClient of(String name) {
        return new ApiClient(name, true, true, null);
    }

    /**
     * Sets the required App-Token.
     *
     * @param newAppToken the token, null for none
     * @return the changed copy
     */
    public ApiClient withAppToken(@Nullable String newAppToken) {
        return new ApiClient(name, active, callerMatching, newAppToken);
    }

    /**
     * Activates or deactivates the client; an inactive client admits no one.
     *
     * @param newActive whether the client is active
     * @return the changed copy
     */
    public ApiClient withActive(boolean newActive) {
        return new ApiClient(name, newActive, callerMatching, appToken);
    }

    /**
     * Moves the caller into or out of the client's address range.
     *
     * @param newCallerMatching whether the range contains the caller's address
     * @return the changed copy
     */
    public ApiClient withCallerMatching(boolean newCallerMatching) {
        return new ApiClient(name, active, newCallerMatching, appToken);
    }

    /** {@return the name shown to administrators} */
    public String name() {
        return name;
    }

    /** {@return whether the client is active and its address range contains the caller} */
    public boolean admitsCaller() {
        return active && callerMatching;
    }

    /** {@return the required App-Token, null if none} */
    public @Nullable String appToken() {
        return appToken;
    }

    @Override
    public String toString() {
        return "ApiClient[" + name + ", active=" + active + ", callerMatching=" + callerMatching + ", appToken="
                + (appToken == null ? "none" : "***") + "]";
    }
}
