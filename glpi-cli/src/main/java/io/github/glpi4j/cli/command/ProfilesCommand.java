package io.github.glpi4j.cli.command;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.output.Table;
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.session.ProfileEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists the user's profiles. */
@Command(name = "profiles", description = "List the profiles that the user may work with, and where they apply.")
public final class ProfilesCommand extends SessionCommand {

    public ProfilesCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        List<Profile> profiles = mode.run(session.getMyProfiles());
        OptionalLong active = mode.run(session.getActiveProfile()).id();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profiles", profiles.stream().map(ProfilesCommand::json).toList());
        active.ifPresent(id -> json.put("active", id));
        return new CommandResult(json, lines(profiles, active));
    }

    private static Map<String, Object> json(Profile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", profile.id());
        json.put("name", profile.name());
        json.put(
                "entities",
                profile.entities().stream().map(ProfilesCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(ProfileEntity entity) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", entity.id());
        json.put("name", entity.name());
        json.put("recursive", entity.recursive());
        return json;
    }

    private List<String> lines(List<Profile> profiles, OptionalLong active) {
        Table table = new Table("id", "profile", "active", "entities");
        profiles.forEach(profile -> table.row(
                String.valueOf(profile.id()),
                profile.name(),
                OptionalLong.of(profile.id()).equals(active) ? "yes" : "-",
                profile.entities().stream().map(ProfilesCommand::shown).collect(Collectors.joining("; "))));
        return output().lines(table);
    }

    private static String shown(ProfileEntity entity) {
        return entity.name() + " (id " + entity.id() + ")" + (entity.recursive() ? " and its children" : "");
    }
}
