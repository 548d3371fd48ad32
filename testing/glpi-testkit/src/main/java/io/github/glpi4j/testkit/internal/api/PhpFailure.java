package io.github.glpi4j.testkit.internal.api;

/** Ends a request with a failure of PHP itself, see {@link ServerError}. */
public final class PhpFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PhpFailure() {
        super("PHP failed", null, false, false);
    }
}
