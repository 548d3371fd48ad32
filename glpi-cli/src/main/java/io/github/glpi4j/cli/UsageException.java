package io.github.glpi4j.cli;

/** The command was called in a way that cannot work; nothing was sent. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /** Neither text holds a secret. */
    UsageException(String problem, String hint) {
        super(problem);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
