package io.github.glpi4j.item;

import io.github.glpi4j.CheckReturnValue;

/** The items that belong to another item, such as the follow-ups of a ticket. Immutable and thread-safe. */
public interface SubItems {

    /**
     * {@return a call that gets a page of a list: {@code GET :itemtype/:id/:subitemtype}} It fails with a {@link
     * io.github.glpi4j.GlpiNotFoundException} if the parent does not exist.
     *
     * @param itemtype the itemtype of the listed items, such as {@code ITILFollowup}
     * @throws IllegalArgumentException if the itemtype is not the name of a class of GLPI
     */
    @CheckReturnValue
    ListItems<Item> list(String itemtype);

    /**
     * {@return a call that gets a page of a list of objects}
     *
     * @param itemtype the itemtype of the listed items
     * @param type a record or a bean
     * @param <S> the type of the objects
     * @throws IllegalArgumentException if the itemtype is not the name of a class of GLPI
     */
    @CheckReturnValue
    <S> ListItems<S> list(String itemtype, Class<S> type);
}
