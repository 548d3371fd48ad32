package io.github.glpi4j.testkit.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.github.glpi4j.testkit.FakeProfile;
import java.util.SortedSet;

/**
 * The active profile and the active entities of a session.
 *
 * @param profile the active profile
 * @param entity the active entity
 * @param recursive whether its descendants are active, too
 * @param fromDatabase whether GLPI read {@code recursive} from its database, where it is a number
 * @param entities all active entities
 */
public record Scope(
        FakeProfile profile, int entity, boolean recursive, boolean fromDatabase, SortedSet<Integer> entities) {

    /** A number after a login, a boolean after a change by the client. */
    public JsonNode recursiveNode() {
        return fromDatabase ? IntNode.valueOf(recursive ? 1 : 0) : BooleanNode.valueOf(recursive);
    }

    /** What GLPI appends to the name of the active entity. */
    public String suffix() {
        if (recursive) {
            return " (tree structure)";
        }
        return entities.size() > 1 ? " (full structure)" : "";
    }
}
