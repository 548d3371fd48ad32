package io.github.glpi4j.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.cli.quickstart.UnexpectedSuccessException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** Failures that no command can be brought to with both transports in place. */
class ExitCodeTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ErrorReport report =
            new ErrorReport(new PrintStream(out, true, UTF_8), new PrintStream(out, true, UTF_8), true, false);

    @Test
    void configuration() {
        int exitCode = report.report(new GlpiConfigurationException("there is no GLPI transport", "Add one", null));

        assertThat(exitCode).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(out.toString(UTF_8))
                .isEqualTo("{\"error\":{\"type\":\"GlpiConfigurationException\","
                        + "\"message\":\"there is no GLPI transport\",\"hint\":\"Add one\"}}\n");
    }

    @Test
    void somethingNobodyExpected() {
        assertThat(report.report(new UnexpectedSuccessException("initSession, wrong password")))
                .isEqualTo(ExitCode.UNEXPECTED);
        assertThat(report.report(new IllegalStateException())).isEqualTo(ExitCode.UNEXPECTED);
    }
}
