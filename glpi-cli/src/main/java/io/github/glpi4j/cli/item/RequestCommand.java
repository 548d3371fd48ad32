package io.github.glpi4j.cli.item;

import com.fasterxml.jackson.databind.util.RawValue;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.RawRequest;
import io.github.glpi4j.cli.command.SessionCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.InputOptions;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.option.PairConverter;
import io.github.glpi4j.cli.option.Secrets;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends what no other command does. */
@Command(
        name = "request",
        description = {
            "Send a request to any endpoint of GLPI's API, in a session like any other, and print the JSON of the"
                    + " response: unchanged, or with --json on one line, where an empty response is null."
        })
public final class RequestCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "METHOD", description = "The HTTP method, such as GET.")
    @SuppressWarnings("NullAway.Init") // required
    private String method;

    @Parameters(index = "1", paramLabel = "PATH", description = "The path below the URL, such as PluginExample/7.")
    @SuppressWarnings("NullAway.Init") // required
    private String path;

    @Option(
            names = {"-q", "--query"},
            paramLabel = "NAME=VALUE",
            converter = PairConverter.class,
            description = "Add this parameter, such as range=0-9; may be repeated.")
    private List<Map.Entry<String, String>> query = List.of();

    @Option(
            names = {"-i", "--in"},
            paramLabel = "FILE",
            description = "Send the JSON in this file as the body; - reads standard input.")
    private @Nullable Path body;

    public RequestCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        RawRequest request = session.request(method.toUpperCase(Locale.ROOT), Secrets.requireIntact("PATH", path));
        for (Map.Entry<String, String> parameter : query) {
            request = request.query(parameter.getKey(), Secrets.requireIntact("--query", parameter.getValue()));
        }
        if (body != null) {
            request = request.body(InputOptions.text(body, this::standardInput));
        }
        List<String> lines =
                mode.run(request).lines().map(Output::escapeControls).toList();
        // JSON has line breaks between values only: a string cannot contain one.
        return new CommandResult(new RawValue(lines.isEmpty() ? "null" : String.join(" ", lines)), lines);
    }
}
