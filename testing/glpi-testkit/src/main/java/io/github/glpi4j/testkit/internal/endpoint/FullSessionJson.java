package io.github.glpi4j.testkit.internal.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.internal.php.PhpArray;
import io.github.glpi4j.testkit.internal.php.PhpTime;
import io.github.glpi4j.testkit.internal.state.EntityTree;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The session as kept by PHP, in the order of GLPI 10.0.19 or 11.0.6. */
final class FullSessionJson {
    private final Session session;
    private final FakeUser user;
    private final GlpiState state;
    private final ObjectNode dump = JsonNodeFactory.instance.objectNode();

    private FullSessionJson(Session session, GlpiState state) {
        this.session = session;
        this.user = session.user();
        this.state = state;
    }

    static ObjectNode of(Session session, GlpiState state) {
        FullSessionJson dump = new FullSessionJson(session, state);
        dump.addIdentity();
        dump.addPreferences();
        Scope scope = session.scope();
        if (scope == null) {
            dump.dump.put("glpi_password_expired", 1);
        } else {
            dump.addProfiles(scope);
            dump.addEntities(scope);
            dump.dump.putArray("glpigroups");
            if (state.version().isFrom11()) {
                dump.dump.put("glpigroups_cache_date", dump.now());
            }
        }
        if (state.version().isFrom11()) {
            dump.addNoAuto();
        }
        return dump.dump;
    }

    private void addNoAuto() {
        if (!session.byUserToken()) {
            dump.put("noAUTO", 1);
        }
    }

    private String now() {
        return PhpTime.now(state.clock());
    }

    private void addIdentity() {
        if (!state.version().isFrom11()) {
            addNoAuto();
        }
        dump.put("valid_id", session.validId());
        dump.put("glpi_currenttime", now());
        dump.put("glpi_use_mode", 0);
        dump.put("glpiID", user.id());
        dump.put("glpiis_ids_visible", "0");
        dump.put("glpifriendlyname", encode(friendlyName()));
        dump.put("glpiname", user.login());
        dump.put("glpirealname", encode(user.realName()));
        dump.put("glpifirstname", encode(user.firstName()));
        dump.put("glpidefault_entity", user.defaultEntity());
        dump.put("glpiextauth", session.byUserToken() ? 1 : 0);
        dump.put("glpiauthtype", 1);
        if (!state.version().isFrom11()) {
            dump.put("glpiroot", "");
        }
        dump.putArray("glpi_plannings");
        dump.put("glpicrontimer", session.opened().getEpochSecond());
        dump.putArray("glpi_tabs");
    }

    private @Nullable String encode(@Nullable String name) {
        return name == null ? null : state.version().encode(name);
    }

    private String friendlyName() {
        String full = Stream.of(user.realName(), user.firstName())
                .filter(name -> name != null && !name.isEmpty())
                .collect(Collectors.joining(" "));
        return full.isEmpty() ? user.login() : full;
    }

    private void addPreferences() {
        dump.setAll(state.factoryData().preferences());
        dump.put("glpilanguage", user.language());
        // The account's own setting is a number, the server's is text.
        if (session.listLimit() != null) {
            dump.put("glpilist_limit", session.listLimit());
        }
        dump.putArray("glpi_dropdowntranslations");
        dump.put("glpipluralnumber", 2);
        if (state.version().isFrom11()) {
            dump.put("glpiisrtl", false);
        }
    }

    private void addProfiles(Scope scope) {
        ProfileJson nodes = new ProfileJson(user, state);
        dump.set("glpiprofiles", nodes.all());
        dump.set("glpiactiveprofile", nodes.active(scope.profile()));
    }

    private void addEntities(Scope scope) {
        EntityTree tree = state.entities();
        dump.set("glpiactiveentities", ids(scope.entities()));
        dump.putArray("glpisearch");
        dump.put("glpientity_fullstructure", false);
        dump.put("glpiactiveentities_string", quoted(scope.entities()));
        addParents(tree.ancestors(scope.entity()));
        dump.put("glpiactive_entity", scope.entity());
        dump.set("glpiactive_entity_recursive", scope.recursiveNode());
        dump.put("glpiactive_entity_name", encode(tree.completeName(scope.entity())) + scope.suffix());
        dump.put("glpiactive_entity_shortname", encode(tree.get(scope.entity()).name()) + scope.suffix());
        dump.put("glpishowallentities", scope.entities().size() >= tree.size() ? 1 : 0);
    }

    private void addParents(Collection<Integer> ancestors) {
        boolean none = ancestors.isEmpty() && state.version().isFrom11();
        dump.set("glpiparententities", ids(none ? List.of(0) : ancestors));
        dump.put("glpiparententities_string", none ? "0" : quoted(ancestors));
    }

    /** PHP keys this array by the ids themselves. */
    private static JsonNode ids(Iterable<Integer> ids) {
        Map<Integer, IntNode> byId = new LinkedHashMap<>();
        ids.forEach(id -> byId.put(id, IntNode.valueOf(id)));
        return PhpArray.of(byId);
    }

    private static String quoted(Iterable<Integer> ids) {
        StringBuilder quoted = new StringBuilder();
        for (Integer id : ids) {
            quoted.append(quoted.isEmpty() ? "" : ", ").append('\'').append(id).append('\'');
        }
        return quoted.toString();
    }
}
