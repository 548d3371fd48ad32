package io.github.glpi4j.cli.command;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Ends a session. */
@Command(name = "kill-session", description = "End the session of GLPI_SESSION_TOKEN.")
public final class KillSessionCommand extends ExistingSessionCommand<@Nullable Void> {

    public KillSessionCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    Call<@Nullable Void> call(GlpiSession session) {
        return session.killSession();
    }

    @Override
    CommandResult result(@Nullable Void nothing) {
        return new CommandResult(Map.of("killed", true), List.of("The session is ended."));
    }
}
