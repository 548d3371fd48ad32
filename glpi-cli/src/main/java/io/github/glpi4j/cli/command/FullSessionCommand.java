package io.github.glpi4j.cli.command;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.session.FullSession;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows what is in a session. */
@Command(name = "full-session", description = "Show what GLPI keeps in the session of GLPI_SESSION_TOKEN.")
public final class FullSessionCommand extends ExistingSessionCommand<FullSession> {

    public FullSessionCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    Call<FullSession> call(GlpiSession session) {
        return session.getFullSession();
    }

    @Override
    CommandResult result(FullSession session) {
        return new CommandResult(Map.of("session", session.values()), SessionSummary.of(session));
    }
}
