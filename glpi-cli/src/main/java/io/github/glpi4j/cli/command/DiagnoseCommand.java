package io.github.glpi4j.cli.command;

import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.LoginOptions;
import io.github.glpi4j.cli.option.NamedCredentials;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds out what is at fault between here and GLPI. */
@Command(
        name = "diagnose",
        description = {
            "Check the path from this machine to GLPI, and say how to fix each problem.",
            "Logs in and ends its session; GLPI_SESSION_TOKEN does not matter here."
        },
        footer = {
            "",
            "Exit codes: 0 all is well; otherwise by what failed first:",
            "  4 name, tcp, tls or http, 5 glpi, 3 anything behind it;",
            "  2 nothing failed, but without credentials half was not reached."
        })
public final class DiagnoseCommand extends OutputCommand {

    private final Environment env;

    @Mixin
    private final LoginOptions login = new LoginOptions();

    public DiagnoseCommand(Environment env, Output out) {
        super(out);
        this.env = env;
    }

    @Override
    public Integer call() {
        GlpiClientBuilder builder = connection().client(env);
        Optional<NamedCredentials> given = login.find(env);
        given.ifPresent(known -> builder.credentials(known.credentials()));
        try (GlpiClient glpi = builder.build()) {
            Diagnosis diagnosis = connection().mode().run(glpi.diagnose());
            print(DiagnosisReport.of(diagnosis));
            return exitCode(diagnosis, given.isPresent());
        }
    }

    private static int exitCode(Diagnosis diagnosis, boolean loggedIn) {
        if (diagnosis.isHealthy()) {
            return ExitCode.SUCCESS;
        }
        return DiagnosisReport.firstFailed(diagnosis)
                .map(failed -> ExitCode.ofCheck(failed.name()))
                .orElse(loggedIn ? ExitCode.UNEXPECTED : ExitCode.USAGE);
    }
}
