package io.github.glpi4j.cli.quickstart;

import io.github.glpi4j.cli.command.OutputCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.LoginOptions;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.testkit.FakeGlpi;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the library does, in a few seconds and without a GLPI at hand. */
@Command(
        name = "quickstart",
        description = {
            "Open and end sessions on both transports, blocking and async, and show what refusals look like.",
            "Without a URL it starts a simulated GLPI; with one it uses the given credentials.",
            "It sets the transport and mode itself: --transport and --async do not matter here."
        })
public final class QuickstartCommand extends OutputCommand {

    private final Environment env;

    @Mixin
    private final LoginOptions login = new LoginOptions();

    public QuickstartCommand(Environment env, Output out) {
        super(out);
        this.env = env;
    }

    @Override
    public Integer call() {
        Optional<String> url = connection().url(env);
        if (url.isPresent()) {
            run(new QuickstartTarget(url.get(), env.secret(Environment.APP_TOKEN), List.of(login.login(env))));
            return ExitCode.SUCCESS;
        }
        try (FakeGlpi fake = QuickstartTarget.fake().start()) {
            run(QuickstartTarget.of(fake));
        }
        return ExitCode.SUCCESS;
    }

    private void run(QuickstartTarget target) {
        Quickstart quickstart = new Quickstart(target, connection(), env);
        try {
            quickstart.run();
        } catch (RuntimeException e) {
            printSoFar(QuickstartReport.table(quickstart));
            throw e;
        }
        print(QuickstartReport.of(target.url(), quickstart));
    }
}
