package io.github.glpi4j.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.util.Collection;
import java.util.List;

/**
 * The items of one itemtype: reads, lists and writes them. Immutable and thread-safe. Only this library implements it;
 * minor versions add methods.
 *
 * <p>Text is the same on all versions of GLPI: what GLPI 9.5 and 10 encode as entities is decoded, and only there.
 *
 * @param <T> how an item is represented: {@link Item}, or a class of the application
 */
public interface Items<T> {

    /**
     * {@return a call that gets an item: {@code GET :itemtype/:id}} It fails with a {@link
     * io.github.glpi4j.GlpiNotFoundException} if the item does not exist, and with a {@link
     * io.github.glpi4j.GlpiPermissionException} if the profile may not read it.
     *
     * @param id the id, at least 0; only the root entity has 0
     * @throws IllegalArgumentException if the id is negative
     */
    @CheckReturnValue
    GetItem<T> get(long id);

    /**
     * {@return a call that gets the SHA-1 of an item in hexadecimal, which changes when the item does: {@code GET
     * :itemtype/:id?get_sha1=true}}
     *
     * @param id the id, at least 0
     * @throws IllegalArgumentException if the id is negative
     */
    @CheckReturnValue
    Call<String> sha1(long id);

    /**
     * {@return a call that gets a page of a list: {@code GET :itemtype}} By default, the first 200 items, sorted by id;
     * without those in the trash.
     */
    @CheckReturnValue
    ListItems<T> list();

    /** {@return all items, sorted by id and read page by page: {@code list().all()}; sends nothing} */
    @CheckReturnValue
    Paged<T> all();

    /**
     * {@return the items that belong to an item of this itemtype, such as the follow-ups of a ticket; sends nothing}
     *
     * @param id the id of the item, at least 0
     * @throws IllegalArgumentException if the id is negative
     */
    @CheckReturnValue
    SubItems of(long id);

    /**
     * Creates an item: {@code POST :itemtype}. A field that is left out is not sent, and gets GLPI's default; a null is
     * sent. The request is never repeated once a byte of it may have been sent.
     *
     * <p>The call fails with a {@link io.github.glpi4j.GlpiApiException} that has GLPI's message if GLPI refuses the
     * item, for whatever reason: GLPI does not distinguish a missing right from other causes here.
     *
     * @param fields a map, an {@link Item}, a record or a bean
     * @return a call that creates the item
     * @throws IllegalArgumentException if the fields cannot be written as a JSON object
     */
    @CheckReturnValue
    Call<WriteResult> add(Object fields);

    /**
     * Changes an item: {@code PUT :itemtype/:id}. Fields that are left out keep their values.
     *
     * <p>The call fails with a {@link io.github.glpi4j.GlpiApiException} if GLPI refuses the change or the item does not
     * exist; GLPI's code is {@code ERROR_GLPI_UPDATE} in both cases.
     *
     * @param id the id, at least 0
     * @param fields a map, an {@link Item}, a record or a bean
     * @return a call that changes the item
     * @throws IllegalArgumentException if the id is negative, if the fields cannot be written as a JSON object, or if
     *     they contain another id
     */
    @CheckReturnValue
    Call<WriteResult> update(long id, Object fields);

    /**
     * Sends the changes of an item: those made with {@link Item#with}, and nothing else.
     *
     * @param changed the item, with its id
     * @return a call that changes the item
     * @throws IllegalArgumentException if the item has no id or another itemtype
     */
    @CheckReturnValue
    Call<WriteResult> update(Item changed);

    /**
     * {@return a call that moves an item to the trash, or deletes it for good if its itemtype has no trash: {@code DELETE
     * :itemtype/:id}} It fails with a {@link io.github.glpi4j.GlpiApiException} if GLPI refuses, or if the item does not
     * exist.
     *
     * @param id the id, at least 0
     * @throws IllegalArgumentException if the id is negative
     */
    @CheckReturnValue
    DeleteItem delete(long id);

    /**
     * Creates any number of items: {@code POST :itemtype} for each chunk.
     *
     * @param rows one element for each item: a map, an {@link Item}, a record or a bean
     * @return a call with one outcome for each row, in their order
     * @throws IllegalArgumentException if a row cannot be written as a JSON object
     */
    @CheckReturnValue
    BulkWrite addAll(List<?> rows);

    /**
     * Changes any number of items: {@code PUT :itemtype} for each chunk.
     *
     * @param rows one element for each item, with its {@code id}: a map, a record or a bean; of an {@link Item}, only
     *     the changes are sent
     * @return a call with one outcome for each row, in their order
     * @throws IllegalArgumentException if a row cannot be written as a JSON object, or has no id of at least 0
     */
    @CheckReturnValue
    BulkWrite updateAll(List<?> rows);

    /**
     * Moves any number of items to the trash, or deletes them for good: {@code DELETE :itemtype} for each chunk.
     *
     * @param ids the ids, each at least 0
     * @return a call with one outcome for each id, in their order
     * @throws IllegalArgumentException if an id is negative
     */
    @CheckReturnValue
    DeleteItems deleteAll(Collection<Long> ids);
}
