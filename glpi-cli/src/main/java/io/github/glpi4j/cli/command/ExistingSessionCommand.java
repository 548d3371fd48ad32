package io.github.glpi4j.cli.command;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import org.jspecify.annotations.Nullable;

/** A command that makes one call in the session of {@code GLPI_SESSION_TOKEN}. */
abstract class ExistingSessionCommand<T extends @Nullable Object> extends OutputCommand {

    private final Environment env;

    ExistingSessionCommand(Environment env, Output out) {
        super(out);
        this.env = env;
    }

    abstract Call<T> call(GlpiSession session);

    abstract CommandResult result(T answer);

    @Override
    public final Integer call() {
        String token = env.secret(Environment.SESSION_TOKEN)
                .orElseThrow(() -> new UsageException(
                        "there is no session",
                        "Set " + Environment.SESSION_TOKEN + " to the session_token that init-session --json prints"));
        try (GlpiClient glpi = connection().client(env).build()) {
            T answer = connection().mode().run(call(glpi.session(token)));
            print(result(answer));
        }
        return ExitCode.SUCCESS;
    }
}
