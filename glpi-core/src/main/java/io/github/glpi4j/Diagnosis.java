package io.github.glpi4j;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of checking the connection to GLPI step by step, with a fix for each step that failed. Immutable.
 *
 * <p>A check passes only on evidence, such as a response that only GLPI sends. {@code rights} also passes for an
 * account that may not read user accounts, as is usual for self-service profiles.
 *
 * <p>{@link #toString()} is a human-readable table without secrets.
 *
 * @param checks all checks, in the order from the network to the session: {@code name}, {@code tcp}, {@code tls},
 *     {@code http}, {@code glpi}, {@code api}, {@code address}, {@code app-token}, {@code authorization}, {@code
 *     credentials}, {@code password}, {@code profile}, {@code session}, {@code rights}
 */
public record Diagnosis(List<Check> checks) {

    /**
     * Copies the list.
     *
     * @param checks the checks, in order
     */
    public Diagnosis {
        checks = List.copyOf(checks);
    }

    /** The result of a check. */
    public enum Result {
        /** The check passed. */
        OK("ok"),
        /** The check failed; see its fix. */
        FAILED("failed"),
        /** The check was not made, because an earlier check failed or because it does not apply. */
        NOT_REACHED("not reached");

        private final String text;

        Result(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A single check.
     *
     * @param name a short name, such as {@code app-token}
     * @param result the result
     * @param detail what was observed; may be empty
     * @param fix how to fix the problem; may be empty
     */
    public record Check(String name, Result result, String detail, String fix) {}

    /**
     * {@return a diagnosis with these checks, for tests that replace GLPI}
     *
     * @param checks the checks, in order
     */
    public static Diagnosis of(List<Check> checks) {
        return new Diagnosis(checks);
    }

    /** {@return whether all checks passed} */
    public boolean isHealthy() {
        return checks.stream().allMatch(check -> check.result() == Result.OK);
    }

    @Override
    public String toString() {
        return checks.stream()
                .map(check -> String.format("%-14s %-12s %s", check.name(), check.result(), check.detail())
                                .stripTrailing()
                        + (check.fix().isEmpty() ? "" : System.lineSeparator() + "    " + check.fix()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
