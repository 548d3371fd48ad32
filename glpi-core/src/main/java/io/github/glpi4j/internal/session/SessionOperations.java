package io.github.glpi4j.internal.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.glpi4j.GlpiPermissionException;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.RetrySafety;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.Entity;
import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The endpoints of a session, as data: what each sends with a token, and how its answer is read. */
public final class SessionOperations {

    private static final String CHANGE_ENTITIES = "changeActiveEntities";

    /** GLPI's words for a session that is gone. A bare 401 is none of them: it has meant a missing right. */
    private static final Set<String> GONE = Set.of("ERROR_SESSION_TOKEN_INVALID", "ERROR_SESSION_TOKEN_MISSING");

    private SessionOperations() {}

    /** Whether GLPI does not know the session. */
    static boolean isGone(Throwable failure) {
        return CallFailure.unwrap(failure) instanceof CallFailure refused
                && refused.code().filter(GONE::contains).isPresent();
    }

    /** Whether GLPI knew the session: it looks at the API's switch, the address and the App-Token first (API.php). */
    static boolean isBehindTheSessionCheck(Throwable failure) {
        return CallFailure.unwrap(failure) instanceof CallFailure refused
                && refused.code()
                        .filter(code -> !GONE.contains(code)
                                && !code.equals("ERROR")
                                && !code.equals("ERROR_NOT_ALLOWED_IP")
                                && !code.contains("APP_TOKEN"))
                        .isPresent();
    }

    public static Operation<FullSession> fullSession(String token) {
        return read("getFullSession", "session", token, FullSession::of);
    }

    static Operation<ActiveProfile> activeProfile(String token) {
        return read("getActiveProfile", "active_profile", token, ActiveProfile::of);
    }

    public static Operation<GlpiConfig> config(String token) {
        return read("getGlpiConfig", "cfg_glpi", token, GlpiConfig::of);
    }

    static Operation<ActiveEntities> activeEntities(String token) {
        return read("getActiveEntities", "active_entity", token, entity -> {
            List<Long> ids = new ArrayList<>();
            PhpValues.entries(entity.get("active_entities"))
                    .values()
                    .forEach(
                            active -> PhpValues.number(PhpValues.entries(active).get("id"))
                                    .ifPresent(ids::add));
            return new ActiveEntities(
                    PhpValues.number(entity.get("id")), PhpValues.bool(entity.get("active_entity_recursive")), ids);
        });
    }

    static Operation<List<Profile>> myProfiles(String token) {
        return read("getMyProfiles", "myprofiles", token, profiles -> {
            List<Profile> mine = new ArrayList<>();
            profiles.values().forEach(value -> {
                Map<String, @Nullable Object> profile = PhpValues.entries(value);
                PhpValues.number(profile.get("id")).ifPresent(id -> mine.add(PhpValues.profile(id, profile, false)));
            });
            return List.copyOf(mine);
        });
    }

    static Operation<List<Entity>> myEntities(String token, boolean recursive) {
        Map<String, String> query = recursive ? Map.of("is_recursive", "true") : Map.of();
        return Operation.get(
                "getMyEntities",
                query,
                token,
                RetrySafety.READ,
                json -> member(json, "myentities", entities -> {
                    List<Entity> mine = new ArrayList<>();
                    entities.values().forEach(value -> {
                        Map<String, @Nullable Object> entity = PhpValues.entries(value);
                        PhpValues.number(entity.get("id"))
                                .ifPresent(id -> mine.add(new Entity(
                                        id, PhpValues.text(entity.get("name")).orElse(""))));
                    });
                    return List.copyOf(mine);
                }));
    }

    static Operation<@Nullable Void> changeProfile(String token, long id) {
        return Operation.post("changeActiveProfile", Map.of("profiles_id", id), token, DONE);
    }

    static Operation<@Nullable Void> changeEntities(String token, EntityScope scope) {
        Map<String, Object> body = new LinkedHashMap<>();
        // Left out for all entities: GLPI reads the documented word "all" as the number 0, the root entity (API.php).
        scope.entityId().ifPresent(id -> body.put("entities_id", id));
        body.put("is_recursive", scope.isRecursive());
        return Operation.post(CHANGE_ENTITIES, body, token, CHANGED_ENTITIES);
    }

    public static Operation<@Nullable Void> kill(String token) {
        return Operation.get("killSession", Map.of(), token, RetrySafety.END, DONE);
    }

    private static <T> Operation<T> read(
            String name, String member, String token, Function<Map<String, @Nullable Object>, T> decode) {
        return Operation.get(name, Map.of(), token, RetrySafety.READ, json -> member(json, member, decode));
    }

    /** The one member of an object that counts, a PHP array or a list. */
    private static <T> T member(JsonParser json, String name, Function<Map<String, @Nullable Object>, T> decode)
            throws IOException {
        Json.expect(json, JsonToken.START_OBJECT, "an object with " + name);
        T value = null;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            if (field.equals(name)) {
                value = decode.apply(Json.entries(json, name));
            } else {
                json.skipChildren();
            }
        }
        if (value == null) {
            throw new UnexpectedJsonException(name + " was expected, but the answer has none");
        }
        return value;
    }

    /** {@code true} since GLPI 10; GLPI 9.5 answers with nothing. */
    @SuppressWarnings("NullAway") // in its standard mode it does not see that T is @Nullable Void
    private static final Operation.Answer<@Nullable Void> DONE = new Operation.Answer<>() {
        @Override
        public @Nullable Void read(JsonParser json) throws IOException {
            Json.expect(json, JsonToken.VALUE_TRUE, "true");
            return null;
        }

        @Override
        public @Nullable Void empty() {
            return null;
        }
    };

    /** GLPI 10 and 11 refuse with 200 and {@code false}. */
    @SuppressWarnings("NullAway") // as above
    private static final Operation.Answer<@Nullable Void> CHANGED_ENTITIES = json -> {
        if (json.currentToken() == JsonToken.VALUE_FALSE) {
            throw CallFailure.refused(
                    "false",
                    () -> new GlpiPermissionException(
                            CHANGE_ENTITIES,
                            200,
                            "false",
                            "",
                            "Entity: the active profile may not work in it, or it does not exist. Nothing was changed",
                            null));
        }
        return DONE.read(json);
    };
}
