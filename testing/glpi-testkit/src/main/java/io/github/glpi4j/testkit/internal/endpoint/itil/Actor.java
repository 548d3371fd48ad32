package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An actor that a client names in the input of a ticket, change or problem.
 *
 * @param type the itemtype
 * @param role the role, such as {@link #ASSIGNED}
 * @param id its id, 0 for an email address without an account
 * @param notification whether to notify it, missing for the default
 * @param email its address, missing if not given
 */
record Actor(String type, int role, int id, JsonNode notification, JsonNode email) {
    static final int REQUESTER = 1;
    static final int ASSIGNED = 2;
    static final int OBSERVER = 3;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    /** In the order in which GLPI adds them. */
    private static final Map<String, Integer> ROLES = roles();

    private static final List<String> TYPES = List.of("User", "Group", "Supplier");

    private static Map<String, Integer> roles() {
        Map<String, Integer> roles = new LinkedHashMap<>();
        roles.put("requester", REQUESTER);
        roles.put("assign", ASSIGNED);
        roles.put("observer", OBSERVER);
        return roles;
    }

    /** Returns the actors in fields such as {@code _users_id_requester}, without those that name nothing. */
    static List<Actor> of(ObjectNode input) {
        List<Actor> actors = new ArrayList<>();
        ROLES.forEach((name, role) -> TYPES.forEach(type -> {
            String field = "_" + key(type) + "_" + name;
            add(actors, type, role, input.path(field), input.path(field + "_notif"));
        }));
        return actors.stream().filter(Actor::isSomebody).toList();
    }

    private static void add(List<Actor> actors, String type, int role, JsonNode ids, JsonNode notif) {
        JsonNode notification = notif.path("use_notification");
        JsonNode email = notif.path("alternative_email");
        if (ids instanceof ObjectNode object) {
            object.properties()
                    .forEach(id -> actors.add(new Actor(
                            type,
                            role,
                            id.getValue().asInt(),
                            element(notification, id.getKey()),
                            element(email, id.getKey()))));
        } else if (ids.isArray()) {
            for (int i = 0; i < ids.size(); i++) {
                String index = Integer.toString(i);
                actors.add(new Actor(
                        type, role, ids.path(i).asInt(), element(notification, index), element(email, index)));
            }
        } else if (NUMBER.matcher(ids.asText()).matches()) {
            actors.add(new Actor(type, role, ids.asInt(), first(notification), first(email)));
        }
    }

    private static JsonNode first(JsonNode values) {
        return values.isContainerNode() ? element(values, "0") : values;
    }

    /** An array of PHP, which JSON writes as a list or as an object. */
    private static JsonNode element(JsonNode values, String index) {
        if (values.isArray() && NUMBER.matcher(index).matches()) {
            return values.path(Integer.parseInt(index));
        }
        return values.isObject() ? values.path(index) : MissingNode.getInstance();
    }

    private boolean isSomebody() {
        return id != 0 || (type.equals("User") && !email.asText().isEmpty());
    }

    /** The column with the id of an actor of a type. */
    static String key(String type) {
        return switch (type) {
            case "User" -> "users_id";
            case "Group" -> "groups_id";
            default -> "suppliers_id";
        };
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** The type of the rows with such actors. */
    String table(ItilType parent) {
        return switch (type) {
            case "User" -> parent.users();
            case "Group" -> parent.groups();
            default -> parent.suppliers();
        };
    }

    /** Returns the columns of its row that are given. */
    ObjectNode row() {
        ObjectNode row = Itil.object().put(key(type), id).put("type", role);
        if (!notification.isMissingNode() && !type.equals("Group")) {
            row.set("use_notification", notification);
        }
        if (!email.isMissingNode() && !email.isNull() && !type.equals("Group")) {
            row.set("alternative_email", email);
        }
        return row;
    }
}
