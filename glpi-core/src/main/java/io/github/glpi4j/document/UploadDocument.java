package io.github.glpi4j.document;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;

/** An upload and the properties of the new document. Immutable; each method returns a new call. */
public interface UploadDocument extends Call<UploadedDocument> {

    /**
     * Sets the document's {@code name}; by default, the name of the file. If the document is linked to an item, GLPI 10
     * and earlier name it after that item regardless (Document::prepareInputForAdd).
     *
     * @param name the name
     * @return a new call
     * @throws IllegalArgumentException if the name is empty
     */
    @CheckReturnValue
    UploadDocument name(String name);

    /**
     * Sets the document's {@code comment}.
     *
     * @param comment the comment
     * @return a new call
     * @throws IllegalArgumentException if the comment is empty
     */
    @CheckReturnValue
    UploadDocument comment(String comment);

    /**
     * Sets the document's entity, {@code entities_id}; by default, the active entity of the session.
     *
     * @param entityId the id of the entity; 0 is the root entity
     * @return a new call
     * @throws IllegalArgumentException if the id is negative
     */
    @CheckReturnValue
    UploadDocument entity(long entityId);

    /**
     * Sets the document's category, {@code documentcategories_id}.
     *
     * @param categoryId the id of a DocumentCategory, greater than 0
     * @return a new call
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    UploadDocument category(long categoryId);

    /**
     * Links the document to an item, typically a ticket: {@code itemtype} and {@code items_id}. GLPI then requires the
     * right to add documents to that item instead of the right to create documents. If GLPI rejects the file, it
     * creates no document.
     *
     * <p>The item is not checked. GLPI also creates the document if the itemtype is unknown, without a link, and if the
     * id is unknown, with a dangling link.
     *
     * @param itemtype the itemtype in GLPI's spelling, such as {@code Ticket} or {@code Computer}
     * @param itemId the id of the item, greater than 0
     * @return a new call
     * @throws IllegalArgumentException if the itemtype is blank or the id is not greater than 0
     */
    @CheckReturnValue
    UploadDocument linkTo(String itemtype, long itemId);

    @Override
    @CheckReturnValue
    UploadDocument timeout(Duration timeout);

    @Override
    @CheckReturnValue
    UploadDocument header(String name, String value);
}
