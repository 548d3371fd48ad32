package io.github.glpi4j.massiveaction;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.util.Collection;
import java.util.List;

/**
 * The massive actions on the items of one itemtype, since GLPI 10. Immutable and thread-safe. Only this library
 * implements it; minor versions add methods.
 */
public interface MassiveActions {

    /** {@return the actions on items in the trash instead of those outside it; sends nothing} */
    @CheckReturnValue
    MassiveActions inTrash();

    /** {@return a call that lists the actions on items of this itemtype: {@code GET getMassiveActions/:itemtype}} */
    @CheckReturnValue
    Call<List<MassiveAction>> list();

    /**
     * {@return a call that lists the actions on an item: {@code GET getMassiveActions/:itemtype/:id}} Whether the item is
     * in the trash decides which. The call fails with a {@link io.github.glpi4j.GlpiNotFoundException} if there is no
     * such item.
     *
     * @param id the id of the item, at least 0
     * @throws IllegalArgumentException if the id is negative
     */
    @CheckReturnValue
    Call<List<MassiveAction>> list(long id);

    /**
     * {@return a call that lists the fields of an action's input: {@code GET getMassiveActionParameters/:itemtype/:key}}
     * GLPI reads them from the form of its web interface. It finds none for {@code …:update}, and only the first one if
     * that decides which fields follow.
     *
     * @param key the key of the action
     * @throws IllegalArgumentException if the key has no colon
     */
    @CheckReturnValue
    Call<List<MassiveActionParameter>> parameters(String key);

    /**
     * Applies an action to items: {@code POST applyMassiveAction/:itemtype/:key} for each item. No request is repeated
     * once a byte of it may have been sent.
     *
     * <p>The call completes with one outcome for each id. It fails if nothing can have been done: with a {@link
     * io.github.glpi4j.GlpiApiException} and the code {@code ERROR_MASSIVEACTION_KEY} if GLPI does not know the action or
     * the input lacks what it needs.
     *
     * @param key the key of the action, such as {@code MassiveAction:restore}
     * @param ids the ids of the items, each at least 0
     * @return a call with one outcome for each id, in their order
     * @throws IllegalArgumentException if the key has no colon, or an id is negative
     */
    @CheckReturnValue
    ApplyMassiveAction apply(String key, Collection<Long> ids);
}
