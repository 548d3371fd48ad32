package io.github.glpi4j.cli.command;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiBuilder;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a GLPI stand-in until the process is ended. */
@Command(
        name = "fake-server",
        description = {
            "Run a GLPI stand-in on loopback until this process is ended, and print its URL and accounts.",
            "Of the options below only --port and --json matter here."
        })
public final class FakeServerCommand extends OutputCommand {

    @Option(names = "--port", paramLabel = "N", description = "The port to listen on (default: any free one).")
    private int port;

    @Option(
            names = "--glpi-version",
            paramLabel = "VERSION",
            description = {
                "The version of GLPI to imitate, such as 11.0.6",
                "(default: 10.0.19, which answers under api.php/v1 as well)."
            })
    private @Nullable String version;

    public FakeServerCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        try (FakeGlpi glpi = start()) {
            print(FakeServerReport.of(glpi));
            // Not a read from standard input: services and CI start this with a closed one.
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.SUCCESS;
    }

    private FakeGlpi start() {
        if (port < 0 || port > 65535) {
            throw new UsageException("there is no port " + port, "Pass --port with 1 to 65535, or leave it out");
        }
        try {
            return builder().port(port).start();
        } catch (FatalStartupException e) {
            UsageException problem = new UsageException(
                    "nothing can listen on port " + port, "Is another server on it? Leave --port out for a free one");
            problem.initCause(e);
            throw problem;
        }
    }

    private FakeGlpiBuilder builder() {
        try {
            return version == null ? FakeGlpi.builder() : FakeGlpi.builder().version(version);
        } catch (IllegalArgumentException e) {
            UsageException problem =
                    new UsageException("--glpi-version: " + e.getMessage(), "Pass 9.5.0 or later, such as 11.0.6");
            problem.initCause(e);
            throw problem;
        }
    }
}
