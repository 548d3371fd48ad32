package io.github.glpi4j.testkit.internal.api;

/** Ends a call with what a client sees when PHP itself fails, see {@link ServerError}. */
public final class PhpFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PhpFailure() {
        super("PHP fails", null, false, false);
    }
}
