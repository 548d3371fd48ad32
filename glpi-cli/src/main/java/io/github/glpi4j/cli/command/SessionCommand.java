package io.github.glpi4j.cli.command;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.ContextOptions;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.LoginOptions;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.output.Progress;
import io.github.glpi4j.cli.output.TerminalProgress;
import java.io.InputStream;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works in the session of {@code GLPI_SESSION_TOKEN}, or else in one that it opens and ends. */
@Command(
        footer = {
            "",
            "Works in the session of GLPI_SESSION_TOKEN if that is set, whatever credentials are set beside it,"
                    + " and leaves it open. Otherwise logs in, and ends its session."
        })
public abstract class SessionCommand extends OutputCommand {

    private static final int KIB = 1024;

    private final Environment env;

    @Mixin
    private final LoginOptions login = new LoginOptions();

    @Mixin
    private final ContextOptions context = new ContextOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    protected SessionCommand(Environment env, Output out) {
        super(out);
        this.env = env;
    }

    protected final InputStream standardInput() {
        if (login.readsStandardInput()) {
            throw new UsageException(
                    "both the password and the data are read from standard input",
                    "Set " + Environment.PASSWORD + " instead of passing --password-stdin");
        }
        return env.in();
    }

    /** A client that is able to do what the command does. */
    GlpiClientBuilder client() {
        return connection().client(env);
    }

    /** A client that shows the progress of files on a terminal. */
    final GlpiClientBuilder clientWithProgress(String task) {
        return env.hasErrorTerminal()
                ? connection()
                        .client(
                                env,
                                transport -> FileTransfers.observed(transport, () -> progress(task, " KiB", KIB, 0)))
                : connection().client(env);
    }

    /** Shows progress if there is a terminal behind standard error. */
    protected final Progress progress(String task, String unit, long unitSize, long start) {
        return env.hasErrorTerminal()
                ? new TerminalProgress(spec.commandLine().getErr(), task, unit, unitSize, start)
                : Progress.NONE;
    }

    /** Tells a person something beside the result, on standard error. */
    protected final void note(String text) {
        if (!isJson()) {
            spec.commandLine().getErr().println(text);
        }
    }

    /** {@return where the items come from, as far as the command line says: the URL, and the context} */
    protected final String origin() {
        return connection().url(env).orElse("") + " " + context.context();
    }

    protected abstract CommandResult execute(GlpiSession session, Mode mode);

    @Override
    public final Integer call() {
        GlpiClientBuilder builder = client();
        Optional<String> token = env.secret(Environment.SESSION_TOKEN);
        if (token.isEmpty()) {
            builder.credentials(login.login(env).credentials()).context(context.context());
        } else if (login.isSpecified() || context.isSpecified()) {
            throw new UsageException(
                    "there are a session and options for a new one",
                    "Unset " + Environment.SESSION_TOKEN + ", or leave out --login, --password-stdin, --profile and"
                            + " --entity");
        }
        try (GlpiClient glpi = builder.build()) {
            GlpiSession session = token.map(glpi::session).orElseGet(glpi::session);
            CommandResult result = execute(session, connection().mode());
            print(result);
            return result.exitCode();
        }
    }
}
