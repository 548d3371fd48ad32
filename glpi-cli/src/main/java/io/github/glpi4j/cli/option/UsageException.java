package io.github.glpi4j.cli.option;

/** The command was called in a way that cannot work; nothing was sent. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /** Neither text holds a secret. */
    public UsageException(String problem, String hint) {
        super(problem);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
