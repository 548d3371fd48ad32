package io.github.glpi4j.cli.command;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.session.GlpiConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Shows GLPI's version and configuration. */
@Command(
        name = "config",
        description = {
            "Show GLPI's version and a few settings; with --json, the complete configuration.",
            "It includes the settings of plugins, which may contain secrets."
        })
public final class ConfigCommand extends SessionCommand {

    /** What explains most of what a client meets. */
    private static final List<String> SHOWN = List.of(
            "url_base",
            "language",
            "enable_api_login_credentials",
            "enable_api_login_external_token",
            "use_notifications",
            "maintenance_mode",
            "document_max_size");

    public ConfigCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        GlpiConfig config = mode.run(session.getGlpiConfig());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        config.glpiVersion().ifPresent(version -> json.put("version", version));
        json.put("config", config.values());
        return new CommandResult(json, lines(config));
    }

    private static List<String> lines(GlpiConfig config) {
        List<String> lines = new ArrayList<>();
        lines.add("GLPI " + config.glpiVersion().orElse("of an unknown version"));
        for (String key : SHOWN) {
            String value = Objects.toString(config.values().get(key), "");
            lines.add(String.format("  %-32s  %s", key, value.isEmpty() ? "-" : value));
        }
        return lines;
    }
}
