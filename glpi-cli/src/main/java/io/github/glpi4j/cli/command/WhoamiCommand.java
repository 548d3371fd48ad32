package io.github.glpi4j.cli.command;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.session.FullSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Prints the user of the session, their profile and their entities. */
@Command(name = "whoami", description = "Show who is logged in, with which profile and in which entity.")
public final class WhoamiCommand extends SessionCommand {

    public WhoamiCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        FullSession full = mode.run(session.getFullSession());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("user", user(full));
        json.put("profile", profile(full));
        json.put("entity", entity(full));
        List<String> lines = new ArrayList<>(SessionSummary.whoAndWhere(full));
        lines.add(1, "  name      " + full.friendlyName().orElse("-"));
        return new CommandResult(json, lines);
    }

    private static Map<String, Object> user(FullSession full) {
        Map<String, Object> user = new LinkedHashMap<>();
        full.userId().ifPresent(id -> user.put("id", id));
        full.login().ifPresent(login -> user.put("login", login));
        full.friendlyName().ifPresent(name -> user.put("name", name));
        full.language().ifPresent(language -> user.put("language", language));
        return user;
    }

    private static Map<String, Object> profile(FullSession full) {
        Map<String, Object> profile = new LinkedHashMap<>();
        full.activeProfileId().ifPresent(id -> profile.put("id", id));
        full.activeProfileName().ifPresent(name -> profile.put("name", name));
        return profile;
    }

    private static Map<String, Object> entity(FullSession full) {
        Map<String, Object> entity = new LinkedHashMap<>();
        full.activeEntityId().ifPresent(id -> entity.put("id", id));
        full.activeEntityName().ifPresent(name -> entity.put("name", name));
        entity.put("recursive", full.activeEntityRecursive());
        return entity;
    }
}
