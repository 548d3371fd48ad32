package io.github.glpi4j;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What works between here and GLPI, from the outside in, and how to mend what does not. Immutable.
 *
 * <p>A check is ok only on evidence, such as a response that only GLPI gives. {@code rights} is ok for an account that may
 * not read accounts, as is usual for self-service profiles.
 *
 * <p>{@link #toString()} is a table for a person, without secrets.
 *
 * @param checks what was looked at, always all of it, from the outside in: {@code name}, {@code tcp}, {@code tls},
 *     {@code http}, {@code glpi}, {@code api}, {@code address}, {@code app-token}, {@code authorization}, {@code
 *     credentials}, {@code password}, {@code profile}, {@code session}, {@code rights}
 */
public record Diagnosis(List<Check> checks) {

    /**
     * Copies the list.
     *
     * @param checks the checks in their order
     */
    public Diagnosis {
        checks = List.copyOf(checks);
    }

    /** How a check went. */
    public enum Result {
        /** As it should be. */
        OK("ok"),
        /** Not as it should be: see the fix. */
        FAILED("failed"),
        /** Not looked at, since something before it failed, or since there was nothing to look at. */
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
     * One thing that was looked at.
     *
     * @param name a short name, such as {@code app-token}
     * @param result how it went
     * @param detail what was seen, possibly empty
     * @param fix what to do about it, possibly empty
     */
    public record Check(String name, Result result, String detail, String fix) {}

    /**
     * Makes a diagnosis, for tests that stand in for GLPI.
     *
     * @param checks the checks in their order
     * @return the diagnosis
     */
    public static Diagnosis of(List<Check> checks) {
        return new Diagnosis(checks);
    }

    /**
     * Whether all is well.
     *
     * @return true if every check is ok
     */
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
