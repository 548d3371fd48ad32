package io.github.glpi4j.document;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;

/** An upload, and what the document is to be. Immutable; every method gives a new call. */
public interface UploadDocument extends Call<UploadedDocument> {

    /**
     * Names the document, {@code name}; by default as the file. A document that is linked to an item is named after that
     * item by GLPI up to version 10 (Document::prepareInputForAdd), whatever is said here.
     *
     * @param name a text
     * @return a new call
     * @throws IllegalArgumentException for an empty text
     */
    @CheckReturnValue
    UploadDocument name(String name);

    /**
     * Says something of the document: {@code comment}.
     *
     * @param comment a text
     * @return a new call
     * @throws IllegalArgumentException for an empty text
     */
    @CheckReturnValue
    UploadDocument comment(String comment);

    /**
     * Puts the document into an entity, {@code entities_id}; by default the session's.
     *
     * @param entityId the entity's id; 0 is the root entity
     * @return a new call
     * @throws IllegalArgumentException for a number below 0
     */
    @CheckReturnValue
    UploadDocument entity(long entityId);

    /**
     * Puts the document under a heading: {@code documentcategories_id}.
     *
     * @param categoryId the id of a DocumentCategory, above 0
     * @return a new call
     * @throws IllegalArgumentException for another number
     */
    @CheckReturnValue
    UploadDocument category(long categoryId);

    /**
     * Links the document to an item, {@code itemtype} and {@code items_id}: a ticket, mostly. GLPI asks for the right to
     * add documents to that item then, not for the right to make documents. Where it refuses the file it makes no
     * document.
     *
     * <p>Nothing checks that the item exists. GLPI makes the document also for an unknown itemtype, without a link, and for
     * an unknown id, with a link that leads nowhere.
     *
     * @param itemtype such as {@code Ticket} or {@code Computer}, in GLPI's spelling
     * @param itemId the item's id, above 0
     * @return a new call
     * @throws IllegalArgumentException for a blank itemtype or another number
     */
    @CheckReturnValue
    UploadDocument linkTo(String itemtype, long itemId);

    @Override
    @CheckReturnValue
    UploadDocument timeout(Duration timeout);
}
