package io.github.glpi4j;

import io.github.glpi4j.document.Documents;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.GetMyEntities;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that GLPI answers within a session. Thread-safe. Implemented by this library only; minor versions add methods.
 *
 * <p>{@link GlpiClient#session()} is the session that a client opens, renews and ends by itself. {@link
 * GlpiClient#session(io.github.glpi4j.session.SessionContext) session(SessionContext)} is another one in a profile and
 * entity of its own, and {@link GlpiClient#session(String) session(String)} one that was opened elsewhere.
 */
public interface GlpiSession {

    /**
     * Everything GLPI keeps in the session: {@code GET getFullSession}.
     *
     * @return a call that gives the session's content
     */
    @CheckReturnValue
    Call<FullSession> getFullSession();

    /**
     * The profiles that the user may work with: {@code GET getMyProfiles}.
     *
     * @return a call that gives the profiles and where they apply
     */
    @CheckReturnValue
    Call<List<Profile>> getMyProfiles();

    /**
     * The profile in which the session works: {@code GET getActiveProfile}.
     *
     * @return a call that gives the profile with its rights
     */
    @CheckReturnValue
    Call<ActiveProfile> getActiveProfile();

    /**
     * Changes the profile in which the session works: {@code POST changeActiveProfile}. GLPI also chooses the entity anew.
     * This affects everyone who shares the session, other threads included. A client's own session is in this profile
     * again after it has been renewed.
     *
     * <p>A profile that the user does not have is a {@link GlpiNotFoundException}.
     *
     * @param profileId the profile's id, above 0
     * @return a call that gives nothing
     * @throws IllegalArgumentException for another number
     */
    @CheckReturnValue
    Call<@Nullable Void> changeActiveProfile(long profileId);

    /**
     * Lists the entities that the active profile may work in: {@code GET getMyEntities}.
     *
     * @return a call that gives the entities, without their children unless {@link GetMyEntities#recursive()}
     */
    @CheckReturnValue
    GetMyEntities getMyEntities();

    /**
     * The entities in which the session works: {@code GET getActiveEntities}.
     *
     * @return a call that gives the active entity and those below it that count
     */
    @CheckReturnValue
    Call<ActiveEntities> getActiveEntities();

    /**
     * Changes the entities in which the session works: {@code POST changeActiveEntities}. This affects everyone who shares
     * the session, other threads included. A client's own session is in these entities again after it has been renewed.
     *
     * <p>An entity that the profile may not work in is a {@link GlpiPermissionException}: GLPI answers with 200 and
     * {@code false}, and changes nothing. For all entities, {@code entities_id} is left out, since GLPI reads the
     * documented word {@code all} as the root entity alone.
     *
     * @param scope the entities
     * @return a call that gives nothing
     */
    @CheckReturnValue
    Call<@Nullable Void> changeActiveEntities(EntityScope scope);

    /**
     * GLPI's configuration and version: {@code GET getGlpiConfig}.
     *
     * @return a call that gives the configuration
     */
    @CheckReturnValue
    Call<GlpiConfig> getGlpiConfig();

    /**
     * Files: upload and download.
     *
     * @return the calls for documents, which send nothing yet
     */
    Documents documents();

    /**
     * Ends the session on the server: {@code GET killSession}. Calls with its token are refused from then on. GLPI 9.5
     * answers with an empty body, later versions with {@code true}; both are success.
     *
     * <p>On a session that a {@link GlpiClient} keeps, this waits for a login under way, and one that has already gone
     * counts as ended. If the call fails the client keeps the session: the call may be repeated, and {@code close()}
     * tries once more.
     *
     * @return a call that gives nothing
     */
    @CheckReturnValue
    Call<@Nullable Void> killSession();
}
