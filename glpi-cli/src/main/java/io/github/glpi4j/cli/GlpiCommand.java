package io.github.glpi4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.cli.command.CompletionCommand;
import io.github.glpi4j.cli.command.ConfigCommand;
import io.github.glpi4j.cli.command.DiagnoseCommand;
import io.github.glpi4j.cli.command.DownloadCommand;
import io.github.glpi4j.cli.command.EntitiesCommand;
import io.github.glpi4j.cli.command.FakeServerCommand;
import io.github.glpi4j.cli.command.FullSessionCommand;
import io.github.glpi4j.cli.command.InitSessionCommand;
import io.github.glpi4j.cli.command.KillSessionCommand;
import io.github.glpi4j.cli.command.ProfilesCommand;
import io.github.glpi4j.cli.command.UploadCommand;
import io.github.glpi4j.cli.command.VersionCommand;
import io.github.glpi4j.cli.command.WhoamiCommand;
import io.github.glpi4j.cli.export.ExportCommand;
import io.github.glpi4j.cli.item.AddCommand;
import io.github.glpi4j.cli.item.DeleteCommand;
import io.github.glpi4j.cli.item.GetCommand;
import io.github.glpi4j.cli.item.ListCommand;
import io.github.glpi4j.cli.item.RequestCommand;
import io.github.glpi4j.cli.item.UpdateCommand;
import io.github.glpi4j.cli.massiveaction.MassActionCommand;
import io.github.glpi4j.cli.massiveaction.MassActionsCommand;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ApplicationVersion;
import io.github.glpi4j.cli.output.ErrorReport;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.quickstart.QuickstartCommand;
import io.github.glpi4j.cli.search.SearchCommand;
import io.github.glpi4j.cli.search.SearchOptionsCommand;
import io.github.glpi4j.cli.ticket.TicketCommand;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code glpi}: does nothing itself, holds the commands. */
@Command(
        name = "glpi",
        versionProvider = ApplicationVersion.class,
        mixinStandardHelpOptions = true,
        description = {
            "Opens, shows and ends sessions of GLPI's REST API, and finds out what is in the way of one.",
            "Reads, lists, searches, writes and exports items of any type, and downloads and uploads documents."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nSecrets come from the environment only, never from arguments:%n",
        footer = {
            "  GLPI_USER_TOKEN            a user's API token, or instead of it",
            "  GLPI_LOGIN, GLPI_PASSWORD  a login and its password (or --login, --password-stdin)",
            "  GLPI_APP_TOKEN             the App-Token, where GLPI's API client has one",
            "  GLPI_SESSION_TOKEN         an open session, for kill-session and full-session;",
            "                             commands that work within a session use it instead of a login",
            "  GLPI_PROXY_PASSWORD        the password of the user in --proxy",
            "GLPI_URL stands in for --url.",
            "",
            "Exit codes: 0 done, 2 usage or bad argument, 3 GLPI refused, 4 no answer,",
            "  5 an answer that cannot be read, 6 configuration, 1 anything else."
        })
final class GlpiCommand {

    private GlpiCommand() {}

    static CommandLine commandLine(String[] args, Environment env, Output out, ErrorReport errors) {
        CommandLine glpi = new CommandLine(new GlpiCommand());
        Map<String, Supplier<Object>> commands = commands(env, out);
        String first = args.length == 0 ? "" : args[0];
        if (commands.containsKey(first)) {
            // Picocli takes some milliseconds for each command.
            glpi.addSubcommand(first, commands.get(first).get());
        } else {
            commands.forEach((name, command) -> glpi.addSubcommand(name, command.get()));
            glpi.addSubcommand(new CompletionCommand(out)).addSubcommand(new HelpCommand());
        }
        return glpi.setOut(new PrintWriter(new OutputStreamWriter(out.stream(), UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(errors.stream(), UTF_8), true))
                .setUsageHelpWidth(100)
                // A login may start with an @, which picocli would take for the name of a file with arguments.
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setParameterExceptionHandler((misuse, parsed) -> errors.report(misuse))
                .setExecutionExceptionHandler((failure, command, parsed) -> errors.report(failure));
    }

    /** All commands but those that need the others. */
    private static Map<String, Supplier<Object>> commands(Environment env, Output out) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("init-session", () -> new InitSessionCommand(env, out));
        commands.put("full-session", () -> new FullSessionCommand(env, out));
        commands.put("kill-session", () -> new KillSessionCommand(env, out));
        commands.put("whoami", () -> new WhoamiCommand(env, out));
        commands.put("profiles", () -> new ProfilesCommand(env, out));
        commands.put("entities", () -> new EntitiesCommand(env, out));
        commands.put("config", () -> new ConfigCommand(env, out));
        commands.put("get", () -> new GetCommand(env, out));
        commands.put("list", () -> new ListCommand(env, out));
        commands.put("search", () -> new SearchCommand(env, out));
        commands.put("search-options", () -> new SearchOptionsCommand(env, out));
        commands.put("add", () -> new AddCommand(env, out));
        commands.put("update", () -> new UpdateCommand(env, out));
        commands.put("delete", () -> new DeleteCommand(env, out));
        commands.put("mass-actions", () -> new MassActionsCommand(env, out));
        commands.put("mass-action", () -> new MassActionCommand(env, out));
        commands.put("ticket", () -> TicketCommand.commandLine(env, out));
        commands.put("export", () -> new ExportCommand(env, out));
        commands.put("request", () -> new RequestCommand(env, out));
        commands.put("download", () -> new DownloadCommand(env, out));
        commands.put("upload", () -> new UploadCommand(env, out));
        commands.put("diagnose", () -> new DiagnoseCommand(env, out));
        commands.put("quickstart", () -> new QuickstartCommand(env, out));
        commands.put("fake-server", () -> new FakeServerCommand(out));
        commands.put("version", () -> new VersionCommand(out));
        return commands;
    }
}
