package io.github.glpi4j;

import io.github.glpi4j.document.Documents;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemRef;
import io.github.glpi4j.item.ItemTypes;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.item.MultipleItems;
import io.github.glpi4j.massiveaction.MassiveActions;
import io.github.glpi4j.search.Search;
import io.github.glpi4j.search.SearchOptions;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.GetMyEntities;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.ticket.Changes;
import io.github.glpi4j.ticket.ItilObjects;
import io.github.glpi4j.ticket.Tickets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that GLPI offers within a session. Thread-safe. Only this library implements it; minor versions add
 * methods.
 *
 * <p>{@link GlpiClient#session()} is the session that a client opens, renews and ends itself. {@link
 * GlpiClient#session(io.github.glpi4j.session.SessionContext) session(SessionContext)} is a separate session with its
 * own profile and entities, and {@link GlpiClient#session(String) session(String)} is one that was opened elsewhere.
 */
public interface GlpiSession {

    /** {@return a call that gets the content of the session: {@code GET getFullSession}} */
    @CheckReturnValue
    Call<FullSession> getFullSession();

    /** {@return a call that lists the user's profiles and the entities they apply to: {@code GET getMyProfiles}} */
    @CheckReturnValue
    Call<List<Profile>> getMyProfiles();

    /** {@return a call that gets the active profile with its rights: {@code GET getActiveProfile}} */
    @CheckReturnValue
    Call<ActiveProfile> getActiveProfile();

    /**
     * Changes the active profile: {@code POST changeActiveProfile}. GLPI then also selects a new active entity. The
     * change affects all users of the session, including other threads. A client's own session returns to this profile
     * after it is renewed.
     *
     * <p>The call fails with a {@link GlpiNotFoundException} if the user does not have the profile.
     *
     * @param profileId the id of the profile, greater than 0
     * @return a call without a result
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    Call<@Nullable Void> changeActiveProfile(long profileId);

    /**
     * {@return a call that lists the entities available to the active profile, without their children unless {@link
     * GetMyEntities#recursive()} is used: {@code GET getMyEntities}}
     */
    @CheckReturnValue
    GetMyEntities getMyEntities();

    /** {@return a call that gets the active entity and all active entities below it: {@code GET getActiveEntities}} */
    @CheckReturnValue
    Call<ActiveEntities> getActiveEntities();

    /**
     * Changes the active entities: {@code POST changeActiveEntities}. The change affects all users of the session,
     * including other threads. A client's own session returns to these entities after it is renewed.
     *
     * <p>The call fails with a {@link GlpiPermissionException} if an entity is not available to the profile: GLPI then
     * responds with 200 and {@code false}, and changes nothing. To select all entities, the call omits {@code
     * entities_id}, because GLPI interprets the documented value {@code all} as the root entity alone.
     *
     * @param scope the entities
     * @return a call without a result
     */
    @CheckReturnValue
    Call<@Nullable Void> changeActiveEntities(EntityScope scope);

    /** {@return a call that gets the configuration and version of GLPI: {@code GET getGlpiConfig}} */
    @CheckReturnValue
    Call<GlpiConfig> getGlpiConfig();

    /**
     * {@return the calls for the items of an itemtype; sends nothing}
     *
     * @param itemtype the name in GLPI's spelling, such as {@code Computer}, {@code PluginFieldsContainer} or {@code
     *     Glpi\\Socket}; see {@link ItemTypes} for common ones
     * @throws IllegalArgumentException if it is not the name of a class of GLPI
     */
    @CheckReturnValue
    Items<Item> items(String itemtype);

    /**
     * {@return the calls for the items of an itemtype as objects of a class; sends nothing} The client's {@link
     * io.github.glpi4j.item.ItemMapper} converts them. A call fails with a {@link GlpiProtocolException} if an item
     * cannot be converted.
     *
     * @param itemtype the name in GLPI's spelling, such as {@code Computer}
     * @param type a record or a bean
     * @param <T> the type of the objects
     * @throws IllegalArgumentException if it is not the name of a class of GLPI
     */
    @CheckReturnValue
    <T> Items<T> items(String itemtype, Class<T> type);

    /**
     * {@return a call that gets items of any itemtypes: {@code GET getMultipleItems}} GLPI rejects the complete request
     * if one item is missing or may not be read; the call then gets the items one by one, so that one item does not
     * affect the others.
     *
     * @param refs the items; duplicates are ignored
     */
    @CheckReturnValue
    Call<MultipleItems> getMultipleItems(Collection<ItemRef> refs);

    /**
     * {@return a search for items of an itemtype, with conditions on any of their fields: {@code GET search/:itemtype}}
     *
     * @param itemtype the name in GLPI's spelling, such as {@code Ticket}; {@code AllAssets} searches assets of all types
     * @throws IllegalArgumentException if it is not the name of a class of GLPI
     */
    @CheckReturnValue
    Search<Item> search(String itemtype);

    /**
     * {@return a search whose rows are objects of a class} The client's {@link io.github.glpi4j.item.ItemMapper} converts
     * them; its properties are named like the columns.
     *
     * @param itemtype the name in GLPI's spelling, such as {@code Ticket}
     * @param type a record or a bean
     * @param <T> the type of the objects
     * @throws IllegalArgumentException if it is not the name of a class of GLPI
     */
    @CheckReturnValue
    <T> Search<T> search(String itemtype, Class<T> type);

    /**
     * {@return a call that gets the fields that GLPI can search and show for an itemtype: {@code GET
     * listSearchOptions/:itemtype}} The client reads them once for each profile, and keeps them until a login is that of
     * another user or language, or the session changes its profile or entities.
     *
     * @param itemtype the name in GLPI's spelling, such as {@code Ticket}
     * @throws IllegalArgumentException if it is not the name of a class of GLPI
     */
    @CheckReturnValue
    Call<SearchOptions> listSearchOptions(String itemtype);

    /** {@return the calls for working on tickets; sends nothing} */
    Tickets tickets();

    /** {@return the calls for working on changes; sends nothing} */
    Changes changes();

    /** {@return the calls for working on problems; sends nothing} */
    ItilObjects problems();

    /**
     * {@return the massive actions on items of an itemtype, which GLPI's web interface offers for selected items of a
     * list; sends nothing}
     *
     * @param itemtype the name in GLPI's spelling, such as {@code Computer}
     * @throws IllegalArgumentException if it is not the name of a class of GLPI
     */
    @CheckReturnValue
    MassiveActions massiveActions(String itemtype);

    /**
     * {@return a request to an endpoint for which this library has no method, sent in this session}
     *
     * @param method the HTTP method, such as {@code GET}
     * @param path the path below the base URL, such as {@code PluginExample/7}; its segments are encoded
     * @throws IllegalArgumentException if the method or the path is not valid, or if the endpoint opens, ends or changes
     *     the session
     */
    @CheckReturnValue
    RawRequest request(String method, String path);

    /** {@return the calls for uploading and downloading documents; sends nothing} */
    Documents documents();

    /**
     * Ends the session on the server: {@code GET killSession}. GLPI then rejects its token. GLPI 9.5 responds with an
     * empty body, later versions with {@code true}; both are success.
     *
     * <p>On a session that a {@link GlpiClient} manages, the call waits for a login in progress, and succeeds if the
     * session has already ended. If the call fails, the client keeps the session: the call may be repeated, and {@code
     * close()} tries once more.
     *
     * @return a call without a result
     */
    @CheckReturnValue
    Call<@Nullable Void> killSession();
}
