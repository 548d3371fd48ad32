package io.github.glpi4j.testkit.internal;

/** Ends a call with what a client sees when PHP itself fails, see {@link Crash}. */
final class PhpFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PhpFailure() {
        super("PHP fails", null, false, false);
    }
}
