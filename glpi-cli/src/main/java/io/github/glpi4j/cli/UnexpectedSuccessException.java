package io.github.glpi4j.cli;

/** GLPI let in what it had to refuse. */
final class UnexpectedSuccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedSuccessException(String call) {
        super(call + ": GLPI opened a session, though it had to refuse this");
    }
}
