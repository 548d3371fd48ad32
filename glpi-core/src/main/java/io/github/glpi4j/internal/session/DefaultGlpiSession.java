package io.github.glpi4j.internal.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiPermissionException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.RawRequest;
import io.github.glpi4j.document.Documents;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.NameDecoder;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.document.DefaultDocuments;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.http.RetrySafety;
import io.github.glpi4j.internal.item.DefaultItems;
import io.github.glpi4j.internal.item.ItemReader;
import io.github.glpi4j.internal.item.MultipleItemsCall;
import io.github.glpi4j.internal.item.RawRequestCall;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.internal.massiveaction.DefaultMassiveActions;
import io.github.glpi4j.internal.search.OptionsReader;
import io.github.glpi4j.internal.search.SearchCall;
import io.github.glpi4j.internal.ticket.DefaultItilObjects;
import io.github.glpi4j.internal.ticket.ItilType;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemRef;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.item.MultipleItems;
import io.github.glpi4j.massiveaction.MassiveActions;
import io.github.glpi4j.search.Search;
import io.github.glpi4j.search.SearchOptions;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.Entity;
import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.GetMyEntities;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.ticket.Changes;
import io.github.glpi4j.ticket.ItilObjects;
import io.github.glpi4j.ticket.Tickets;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The calls of a session and their endpoints, independent of who opened the session. */
public final class DefaultGlpiSession implements GlpiSession {

    private static final String CHANGE_ENTITIES = "changeActiveEntities";
    private static final Done DONE = new Done();

    public static final Operation<FullSession> FULL_SESSION = read("getFullSession", "session", FullSession::of);
    public static final Operation<GlpiConfig> CONFIG = read("getGlpiConfig", "cfg_glpi", GlpiConfig::of);
    static final Operation<ActiveProfile> ACTIVE_PROFILE =
            read("getActiveProfile", "active_profile", ActiveProfile::of);
    static final Operation<ActiveEntities> ACTIVE_ENTITIES =
            read("getActiveEntities", "active_entity", DefaultGlpiSession::activeEntities);
    static final Operation<List<Profile>> MY_PROFILES =
            read("getMyProfiles", "myprofiles", DefaultGlpiSession::profiles);
    static final Operation<List<Entity>> MY_ENTITIES =
            read("getMyEntities", "myentities", DefaultGlpiSession::entities);
    static final Operation<@Nullable Void> KILL = Operation.of(Operation.KILL_SESSION, "GET", RetrySafety.END, DONE);

    /** GLPI 10 and 11 refuse with 200 and {@code false}. */
    @SuppressWarnings("NullAway") // as for Done
    private static final JsonHandler<@Nullable Void> CHANGED_ENTITIES = response -> {
        if (response.json().currentToken() == JsonToken.VALUE_FALSE) {
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
        return DONE.read(response);
    };

    private final SessionCaller session;

    DefaultGlpiSession(SessionCaller session) {
        this.session = session;
    }

    @Override
    public Call<FullSession> getFullSession() {
        return session.call(FULL_SESSION);
    }

    @Override
    public Call<List<Profile>> getMyProfiles() {
        return session.call(MY_PROFILES, NameDecoder::profiles);
    }

    @Override
    public Call<ActiveProfile> getActiveProfile() {
        return session.call(ACTIVE_PROFILE, NameDecoder::activeProfile);
    }

    @Override
    public Call<@Nullable Void> changeActiveProfile(long profileId) {
        SessionContext wanted = SessionContext.defaults().withProfile(profileId);
        return change(changeProfile(profileId), before -> wanted);
    }

    @Override
    public GetMyEntities getMyEntities() {
        return new MyEntitiesCall(
                session.call(MY_ENTITIES, NameDecoder::entities),
                session.call(MY_ENTITIES.query("is_recursive", "true"), NameDecoder::entities));
    }

    /** {@code getMyEntities} and its option. */
    private record MyEntitiesCall(Call<List<Entity>> delegate, Call<List<Entity>> withChildren)
            implements GetMyEntities, DelegatingCall<List<Entity>> {

        @Override
        public GetMyEntities recursive() {
            return new MyEntitiesCall(withChildren, withChildren);
        }

        @Override
        public GetMyEntities timeout(Duration timeout) {
            return new MyEntitiesCall(delegate.timeout(timeout), withChildren.timeout(timeout));
        }

        @Override
        public GetMyEntities header(String name, String value) {
            return new MyEntitiesCall(delegate.header(name, value), withChildren.header(name, value));
        }

        @Override
        public String toString() {
            return delegate.toString();
        }
    }

    @Override
    public Call<ActiveEntities> getActiveEntities() {
        return session.call(ACTIVE_ENTITIES);
    }

    @Override
    public Call<@Nullable Void> changeActiveEntities(EntityScope scope) {
        return change(changeEntities(scope), before -> before.withEntities(scope));
    }

    /** A call that moves the session, also once it has been renewed. */
    private Call<@Nullable Void> change(Operation<@Nullable Void> operation, UnaryOperator<SessionContext> change) {
        return session.call(operation.name(), execution -> session.source().change(execution, operation, change));
    }

    @Override
    public Call<GlpiConfig> getGlpiConfig() {
        return session.call(CONFIG);
    }

    @Override
    public Items<Item> items(String itemtype) {
        return DefaultItems.of(session, itemtype);
    }

    @Override
    public <T> Items<T> items(String itemtype, Class<T> type) {
        return DefaultItems.of(session, itemtype, type);
    }

    @Override
    public Call<MultipleItems> getMultipleItems(Collection<ItemRef> refs) {
        return MultipleItemsCall.of(session, refs);
    }

    @Override
    public Search<Item> search(String itemtype) {
        return SearchCall.of(ItemReader.of(session, InputChecks.checkItemtype(itemtype)));
    }

    @Override
    public <T> Search<T> search(String itemtype, Class<T> type) {
        return SearchCall.of(ItemReader.of(session, InputChecks.checkItemtype(itemtype), type));
    }

    @Override
    public Call<SearchOptions> listSearchOptions(String itemtype) {
        return OptionsReader.call(session, InputChecks.checkItemtype(itemtype));
    }

    @Override
    public Tickets tickets() {
        return new DefaultItilObjects(session, ItilType.TICKET);
    }

    @Override
    public Changes changes() {
        return new DefaultItilObjects(session, ItilType.CHANGE);
    }

    @Override
    public ItilObjects problems() {
        return new DefaultItilObjects(session, ItilType.PROBLEM);
    }

    @Override
    public MassiveActions massiveActions(String itemtype) {
        return DefaultMassiveActions.of(session, itemtype);
    }

    @Override
    public RawRequest request(String method, String path) {
        return RawRequestCall.of(session, method, path);
    }

    @Override
    public Documents documents() {
        return new DefaultDocuments(session);
    }

    @Override
    public Call<@Nullable Void> killSession() {
        return session.call(Operation.KILL_SESSION, session.source()::kill);
    }

    @Override
    public String toString() {
        return "GlpiSession[" + session.source() + "]";
    }

    static Operation<@Nullable Void> changeProfile(long id) {
        return Operation.write("changeActiveProfile", "POST", DONE).json(Map.of("profiles_id", id));
    }

    static Operation<@Nullable Void> changeEntities(EntityScope scope) {
        Map<String, Object> body = new LinkedHashMap<>();
        // Left out for all entities: GLPI reads the documented word "all" as the number 0, the root entity (API.php).
        scope.entityId().ifPresent(id -> body.put("entities_id", id));
        body.put("is_recursive", scope.isRecursive());
        return Operation.write(CHANGE_ENTITIES, "POST", CHANGED_ENTITIES).json(body);
    }

    private static ActiveEntities activeEntities(Map<String, @Nullable Object> entity) {
        List<Long> ids = new ArrayList<>();
        PhpValues.entries(entity.get("active_entities"))
                .values()
                .forEach(active ->
                        PhpValues.number(PhpValues.entries(active).get("id")).ifPresent(ids::add));
        return new ActiveEntities(
                PhpValues.number(entity.get("id")), PhpValues.bool(entity.get("active_entity_recursive")), ids);
    }

    private static List<Profile> profiles(Map<String, @Nullable Object> profiles) {
        List<Profile> mine = new ArrayList<>();
        profiles.values().forEach(value -> {
            Map<String, @Nullable Object> profile = PhpValues.entries(value);
            PhpValues.number(profile.get("id")).ifPresent(id -> mine.add(PhpValues.profile(id, profile, false)));
        });
        return List.copyOf(mine);
    }

    private static List<Entity> entities(Map<String, @Nullable Object> entities) {
        List<Entity> mine = new ArrayList<>();
        entities.values().forEach(value -> {
            Map<String, @Nullable Object> entity = PhpValues.entries(value);
            PhpValues.number(entity.get("id"))
                    .ifPresent(id -> mine.add(
                            new Entity(id, PhpValues.text(entity.get("name")).orElse(""))));
        });
        return List.copyOf(mine);
    }

    /** An operation whose response is an object with one member of interest: a PHP array or a list. */
    private static <T> Operation<T> read(
            String name, String member, Function<Map<String, @Nullable Object>, T> decode) {
        return Operation.get(name, (JsonHandler<T>) response -> member(response.json(), member, decode));
    }

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

    /** {@code true} since GLPI 10; GLPI 9.5 answers with an empty body. */
    @SuppressWarnings("NullAway") // in its standard mode it does not see that T is @Nullable Void
    private static final class Done implements JsonHandler<@Nullable Void> {

        @Override
        public @Nullable Void read(Response response) throws IOException {
            Json.expect(response.json(), JsonToken.VALUE_TRUE, "true");
            return null;
        }

        @Override
        public @Nullable Void empty() {
            return null;
        }
    }
}
