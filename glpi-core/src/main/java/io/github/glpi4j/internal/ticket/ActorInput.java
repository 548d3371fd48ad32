package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.item.Item;
import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.Actor.Kind;
import io.github.glpi4j.ticket.ActorRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Actors as GLPI reads them in the input of an object, and as it lists them. */
final class ActorInput {

    private static final String USERS = "users_id";
    private static final String GROUPS = "groups_id";
    private static final String SUPPLIERS = "suppliers_id";
    private static final String EMAIL = "alternative_email";
    private static final String NOTIFY = "use_notification";

    private ActorInput() {}

    static Actor check(ActorRole role, Actor actor) {
        if (actor.kind() == Kind.SUPPLIER && role != ActorRole.ASSIGNED) {
            throw new IllegalArgumentException("a supplier can only be assigned");
        }
        return actor;
    }

    /**
     * The members of an object's input: lists of ids, {@code _users_id_requester} and the like. An e-mail address is a
     * user 0, whose address is in another member at the same position (CommonITILObject::updateActors).
     */
    static Map<String, Object> ofNew(Map<ActorRole, List<Actor>> actors) {
        Map<String, Object> input = new LinkedHashMap<>();
        actors.forEach((role, list) -> {
            String suffix = switch (role) {
                case REQUESTER -> "_requester";
                case ASSIGNED -> "_assign";
                case OBSERVER -> "_observer";
            };
            Map<String, List<Long>> ids = new LinkedHashMap<>();
            Map<String, String> emails = new LinkedHashMap<>();
            Map<String, Integer> notified = new LinkedHashMap<>();
            for (Actor actor : list) {
                List<Long> kind = ids.computeIfAbsent("_" + field(actor.kind()) + suffix, any -> new ArrayList<>());
                if (actor.kind() == Kind.EMAIL) {
                    emails.put(String.valueOf(kind.size()), actor.email());
                    notified.put(String.valueOf(kind.size()), 1);
                }
                kind.add(actor.id());
            }
            input.putAll(ids);
            if (!emails.isEmpty()) {
                Map<String, Object> notification = new LinkedHashMap<>();
                notification.put(NOTIFY, notified);
                notification.put(EMAIL, emails);
                input.put("_" + USERS + suffix + "_notif", notification);
            }
        });
        return input;
    }

    /** The input of the item that links an actor to an object. */
    static Map<String, Object> ofLink(ItilType type, long id, ActorRole role, Actor actor) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put(type.foreignKey(), id);
        input.put(field(actor.kind()), actor.id());
        input.put("type", role.code());
        if (actor.kind() == Kind.EMAIL) {
            input.put(EMAIL, actor.email());
            input.put(NOTIFY, 1);
        }
        return input;
    }

    /** The actor of such an item; null if there is none. */
    static @Nullable Actor actor(Item link, Kind kind) {
        long id = link.number(field(kind)).orElse(0);
        if (id > 0) {
            return new Actor(kind, id, "");
        }
        Optional<String> address = link.text(EMAIL).filter(text -> text.indexOf('@') > 0);
        return kind == Kind.USER && address.isPresent() ? Actor.email(address.get()) : null;
    }

    private static String field(Kind kind) {
        return switch (kind) {
            case USER, EMAIL -> USERS;
            case GROUP -> GROUPS;
            case SUPPLIER -> SUPPLIERS;
        };
    }
}
