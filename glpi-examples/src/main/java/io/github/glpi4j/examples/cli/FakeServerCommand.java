package io.github.glpi4j.examples.cli;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.github.glpi4j.testkit.FakeGlpi;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a GLPI stand-in until the process is ended. */
@Command(
        name = "fake-server",
        description = {
            "Run a GLPI stand-in on loopback until this process is ended, and print its URL and accounts.",
            "Of the options below only --port and --json matter here."
        })
final class FakeServerCommand extends OutputCommand {

    @Option(names = "--port", paramLabel = "N", description = "The port to listen on (default: any free one).")
    private int port;

    FakeServerCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        try (FakeGlpi glpi = start()) {
            print(FakeServerDescription.of(glpi));
            // Not a read from standard input: services and CI start this with a closed one.
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    private FakeGlpi start() {
        if (port < 0 || port > 65535) {
            throw new UsageException("there is no port " + port, "Pass --port with 1 to 65535, or leave it out");
        }
        try {
            return FakeGlpi.builder().port(port).start();
        } catch (FatalStartupException e) {
            UsageException problem = new UsageException(
                    "nothing can listen on port " + port, "Is another server on it? Leave --port out for a free one");
            problem.initCause(e);
            throw problem;
        }
    }
}
