package io.github.glpi4j.cli.quickstart;

/** GLPI let in what it had to refuse. */
public final class UnexpectedSuccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnexpectedSuccessException(String call) {
        super(call + ": GLPI opened a session, though it had to refuse this");
    }
}
