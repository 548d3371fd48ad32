package io.github.glpi4j.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that opens a ticket, change or problem, and its fields. Immutable; each method returns a new call.
 *
 * <p>It sends {@code POST Ticket}, {@code Change} or {@code Problem}. GLPI silently ignores actors that do not exist.
 * Therefore, if there are actors, documents or items, the call then reads them back, with one request for each kind:
 * {@code GET Ticket/:id/Ticket_User}, {@code Group_Ticket}, {@code Supplier_Ticket}, {@code Document_Item}, {@code
 * Item_Ticket}. It succeeds in any case once the object is created; {@link OpenedItilObject#unconfirmed} lists what is
 * missing.
 */
public interface OpenItilObject extends Call<OpenedItilObject> {

    /**
     * Adds requesters. Without any, GLPI opens it without a requester, not even the user of the session.
     *
     * @param actors users, groups or e-mail addresses
     * @return a new call
     * @throws IllegalArgumentException if one is a supplier
     */
    @CheckReturnValue
    OpenItilObject requester(Actor... actors);

    /**
     * Adds observers.
     *
     * @param actors users, groups or e-mail addresses
     * @return a new call
     * @throws IllegalArgumentException if one is a supplier
     */
    @CheckReturnValue
    OpenItilObject observer(Actor... actors);

    /**
     * Assigns actors. A ticket or problem then has the status {@link ItilStatus#ASSIGNED} instead of {@link
     * ItilStatus#NEW}.
     *
     * @param actors users, groups, suppliers or e-mail addresses
     * @return a new call
     */
    @CheckReturnValue
    OpenItilObject assigned(Actor... actors);

    /**
     * Sets the category, {@code itilcategories_id}.
     *
     * @param categoryId the id of an ITILCategory, greater than 0
     * @return a new call
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    OpenItilObject category(long categoryId);

    /**
     * Sets the urgency.
     *
     * @param urgency from 1 (very low) to 5 (very high); 3 by default
     * @return a new call
     * @throws IllegalArgumentException if it is out of range
     */
    @CheckReturnValue
    OpenItilObject urgency(int urgency);

    /**
     * Sets the impact.
     *
     * @param impact from 1 (very low) to 5 (very high); 3 by default
     * @return a new call
     * @throws IllegalArgumentException if it is out of range
     */
    @CheckReturnValue
    OpenItilObject impact(int impact);

    /**
     * Sets the priority. By default, GLPI derives it from urgency and impact.
     *
     * @param priority from 1 (very low) to 6 (major)
     * @return a new call
     * @throws IllegalArgumentException if it is out of range
     */
    @CheckReturnValue
    OpenItilObject priority(int priority);

    /**
     * Sets the location, {@code locations_id}.
     *
     * @param locationId the id of a Location, greater than 0
     * @return a new call
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    OpenItilObject location(long locationId);

    /**
     * Sets the entity, {@code entities_id}; by default, the active entity of the session.
     *
     * @param entityId the id of the entity; 0 is the root entity
     * @return a new call
     * @throws IllegalArgumentException if the id is negative
     */
    @CheckReturnValue
    OpenItilObject entity(long entityId);

    /**
     * Attaches documents that are in GLPI already. GLPI does not check whether they exist. To attach a file, use {@link
     * io.github.glpi4j.document.UploadDocument#linkTo} afterwards.
     *
     * @param documentIds the ids of the documents, greater than 0
     * @return a new call
     * @throws IllegalArgumentException if an id is not greater than 0
     */
    @CheckReturnValue
    OpenItilObject documents(long... documentIds);

    /**
     * Adds an item that is concerned, such as a computer. GLPI does not check whether it exists.
     *
     * @param itemtype the itemtype in GLPI's spelling
     * @param itemId the id of the item, at least 0
     * @return a new call
     * @throws IllegalArgumentException if the itemtype is not the name of a class of GLPI, or the id is negative
     */
    @CheckReturnValue
    OpenItilObject item(String itemtype, long itemId);

    /**
     * Sets any other field, such as {@code requesttypes_id} or one of a plugin.
     *
     * @param name the name of the field
     * @param value a string, number, boolean, null, date, or a list or map of them
     * @return a new call
     * @throws IllegalArgumentException if the value is of another type
     */
    @CheckReturnValue
    OpenItilObject field(String name, @Nullable Object value);

    @Override
    @CheckReturnValue
    OpenItilObject timeout(Duration timeout);

    @Override
    @CheckReturnValue
    OpenItilObject header(String name, String value);
}
