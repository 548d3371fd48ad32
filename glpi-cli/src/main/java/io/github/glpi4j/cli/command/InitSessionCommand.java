package io.github.glpi4j.cli.command;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.LoginOptions;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.session.InitSession;
import io.github.glpi4j.session.InitSessionResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens a session and leaves it open. */
@Command(
        name = "init-session",
        description = {
            "Open a session and leave it open.",
            "Print its token with --json or --show-token; without them, that a session is open."
        })
public final class InitSessionCommand extends OutputCommand {

    private final Environment env;

    @Mixin
    private final LoginOptions login = new LoginOptions();

    @Option(names = "--full-session", description = "Also ask for all that GLPI keeps in the session.")
    private boolean fullSession;

    @Option(names = "--show-token", description = "Without --json: print the token instead of hiding it.")
    private boolean showToken;

    public InitSessionCommand(Environment env, Output out) {
        super(out);
        this.env = env;
    }

    @Override
    public Integer call() {
        GlpiClientBuilder builder =
                connection().client(env).credentials(login.login(env).credentials());
        try (GlpiClient glpi = builder.build()) {
            InitSession call = glpi.initSession();
            InitSessionResponse opened = connection().mode().run(fullSession ? call.fullSession() : call);
            print(new CommandResult(json(opened), lines(connection().url(env).orElseThrow(), opened)));
        }
        return ExitCode.SUCCESS;
    }

    private static Map<String, Object> json(InitSessionResponse opened) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("session_token", opened.sessionToken());
        opened.fullSession().ifPresent(session -> json.put("session", session.values()));
        return json;
    }

    private List<String> lines(String url, InitSessionResponse opened) {
        List<String> lines = new ArrayList<>();
        lines.add("A session is open on " + url);
        lines.add("  token     " + (showToken ? opened.sessionToken() : "*** (--show-token prints it)"));
        opened.fullSession().ifPresent(session -> lines.addAll(SessionSummary.of(session)));
        return lines;
    }
}
