package io.github.glpi4j;

import io.github.glpi4j.document.Documents;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.Entity;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that GLPI answers within a session. Thread-safe.
 *
 * <p>A {@link GlpiClient} is one: its calls share a session that it opens, renews and ends by itself. {@link
 * GlpiClient#withContext} gives another, in a profile and entity of its own, and {@link GlpiClient#attach} one on a
 * session that was opened elsewhere.
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
     * Works in another profile from now on: {@code POST changeActiveProfile}. GLPI also chooses the entity anew. Whoever
     * shares the session, other threads included, works in it too.
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
     * The entities that the active profile may work in: {@code GET getMyEntities}.
     *
     * @param recursive whether their children are listed too
     * @return a call that gives the entities
     */
    @CheckReturnValue
    Call<List<Entity>> getMyEntities(boolean recursive);

    /**
     * The entities in which the session works: {@code GET getActiveEntities}.
     *
     * @return a call that gives the active entity and those below it that count
     */
    @CheckReturnValue
    Call<ActiveEntities> getActiveEntities();

    /**
     * Works in another entity from now on: {@code POST changeActiveEntities}. Whoever shares the session, other threads
     * included, works in it too.
     *
     * <p>An entity that the profile may not work in is a {@link GlpiPermissionException}: GLPI answers with 200 and
     * {@code false}, and changes nothing.
     *
     * @param entityId the entity's id; 0 is the root entity
     * @param recursive whether its children count too
     * @return a call that gives nothing
     * @throws IllegalArgumentException for a negative number
     */
    @CheckReturnValue
    Call<@Nullable Void> changeActiveEntities(long entityId, boolean recursive);

    /**
     * Works in all entities of the profile from now on: {@code POST changeActiveEntities} without {@code entities_id}.
     * (The word {@code all} of GLPI's documentation leads to the root entity alone.)
     *
     * @return a call that gives nothing
     */
    @CheckReturnValue
    Call<@Nullable Void> changeActiveEntitiesToAll();

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
