package io.github.glpi4j.cli.command;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.cli.output.Table;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.Entity;
import io.github.glpi4j.session.GetMyEntities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the entities of the active profile. */
@Command(name = "entities", description = "List the entities that the active profile may work in.")
public final class EntitiesCommand extends SessionCommand {

    @Option(names = "--recursive", description = "List their children too.")
    private boolean recursive;

    public EntitiesCommand(Environment env, Output out) {
        super(env, out);
    }

    @Override
    protected CommandResult execute(GlpiSession session, Mode mode) {
        GetMyEntities call = session.getMyEntities();
        List<Entity> entities = mode.run(recursive ? call.recursive() : call);
        ActiveEntities active = mode.run(session.getActiveEntities());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entities", entities.stream().map(EntitiesCommand::json).toList());
        json.put("active", json(active));
        return new CommandResult(json, lines(entities, active));
    }

    private static Map<String, Object> json(Entity entity) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", entity.id());
        json.put("name", entity.name());
        return json;
    }

    private static Map<String, Object> json(ActiveEntities active) {
        Map<String, Object> json = new LinkedHashMap<>();
        active.id().ifPresent(id -> json.put("id", id));
        json.put("recursive", active.recursive());
        json.put("ids", active.ids());
        return json;
    }

    private List<String> lines(List<Entity> entities, ActiveEntities active) {
        Table table = new Table("id", "entity", "active");
        entities.forEach(entity -> table.row(String.valueOf(entity.id()), entity.name(), shown(entity.id(), active)));
        return output().lines(table);
    }

    private static String shown(long id, ActiveEntities active) {
        if (OptionalLong.of(id).equals(active.id())) {
            return active.recursive() ? "yes, and its children" : "yes";
        }
        return active.ids().contains(id) ? "yes" : "-";
    }
}
