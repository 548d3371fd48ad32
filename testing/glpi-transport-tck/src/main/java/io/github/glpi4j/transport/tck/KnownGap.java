package io.github.glpi4j.transport.tck;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case of the contract that a transport fails because of its engine, with the reason. Immutable; returned by {@link
 * TransportFactory#knownGaps()}.
 *
 * <p>The case still runs. If it fails, it is reported as skipped, with the reason. If it passes, it is reported as
 * failed, because the declaration is wrong or no longer needed.
 *
 * <pre>{@code
 * KnownGap.of(StatusContract.class, "skipsInterimResponses", "Vert.x takes a response 102 for the final one")
 *         .only("102")
 *         .failingWith("status 102 is not a final response")
 * }</pre>
 */
public final class KnownGap {

    private final Class<? extends TransportContract> contract;
    private final String method;
    private final String reason;
    private final Set<String> arguments;
    private final @Nullable String message;
    private final boolean sometimes;
    private final boolean hanging;

    private KnownGap(
            Class<? extends TransportContract> contract,
            String method,
            String reason,
            Set<String> arguments,
            @Nullable String message,
            boolean sometimes,
            boolean hanging) {
        this.contract = contract;
        this.method = method;
        this.reason = reason;
        this.arguments = arguments;
        this.message = message;
        this.sometimes = sometimes;
        this.hanging = hanging;
    }

    /**
     * Declares a gap for every invocation of a case.
     *
     * @param contract the contract class that declares the case
     * @param method the name of the case's method
     * @param reason why the transport cannot pass it
     * @return the declaration
     * @throws IllegalArgumentException if there is no such case, or the reason is blank
     */
    public static KnownGap of(Class<? extends TransportContract> contract, String method, String reason) {
        if (Arrays.stream(contract.getDeclaredMethods())
                .noneMatch(each -> each.getName().equals(method))) {
            throw new IllegalArgumentException(contract.getSimpleName() + " has no case " + method);
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a known gap needs a reason");
        }
        return new KnownGap(contract, method, reason, Set.of(), null, false, false);
    }

    /**
     * Limits the gap to some invocations of a parameterized case.
     *
     * @param newArguments arguments as the display name shows them, such as the name of a fault; the gap covers every
     *     invocation that has one of them
     * @return a new declaration
     */
    public KnownGap only(String... newArguments) {
        return new KnownGap(contract, method, reason, Set.of(newArguments), message, sometimes, hanging);
    }

    /**
     * Requires a certain failure; any other failure is reported as a failure of the case.
     *
     * @param newMessage part of a message of the failure or of its causes
     * @return a new declaration
     */
    public KnownGap failingWith(String newMessage) {
        return new KnownGap(contract, method, reason, arguments, newMessage, sometimes, hanging);
    }

    /**
     * Allows the case to pass as well, where the outcome depends on timing.
     *
     * @return a new declaration
     */
    public KnownGap sometimes() {
        return new KnownGap(contract, method, reason, arguments, message, true, hanging);
    }

    /**
     * Shortens the waits of the case to a second, where the suite waits for something that never happens.
     *
     * @return a new declaration
     */
    public KnownGap hanging() {
        return new KnownGap(contract, method, reason, arguments, message, sometimes, true);
    }

    String reason() {
        return reason;
    }

    boolean passesSometimes() {
        return sometimes;
    }

    boolean hangs() {
        return hanging;
    }

    /**
     * Tests whether the gap belongs to a case, in at least one of its invocations.
     *
     * @param declaring the contract class
     * @param name the name of the method
     * @return whether it does
     */
    public boolean isAbout(Class<?> declaring, String name) {
        return contract.equals(declaring) && method.equals(name);
    }

    /**
     * Tests whether the gap covers an invocation of its case.
     *
     * @param displayName the arguments, as the display name shows them
     * @return whether it does
     */
    public boolean covers(String displayName) {
        return arguments.isEmpty()
                || Arrays.stream(displayName.split(", ", -1))
                        .map(KnownGap::unquoted)
                        .anyMatch(arguments::contains);
    }

    boolean explains(String messages) {
        return message == null || messages.contains(message);
    }

    private static String unquoted(String argument) {
        return argument.replaceAll("^\"(.*)\"$", "$1");
    }

    @Override
    public String toString() {
        return contract.getSimpleName() + "." + method + (arguments.isEmpty() ? "" : " " + arguments) + ": " + reason;
    }
}
