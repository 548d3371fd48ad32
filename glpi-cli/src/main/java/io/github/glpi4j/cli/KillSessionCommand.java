package io.github.glpi4j.cli;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiSession;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Ends a session. */
@Command(name = "kill-session", description = "End the session of GLPI_SESSION_TOKEN.")
final class KillSessionCommand extends SessionCommand<@Nullable Void> {

    KillSessionCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    Call<@Nullable Void> call(GlpiSession session) {
        return session.killSession();
    }

    @Override
    Result result(@Nullable Void nothing) {
        return new Result(Map.of("killed", true), List.of("The session is ended."));
    }
}
