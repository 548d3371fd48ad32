package io.github.glpi4j.testkit;

/**
 * An item that a document is linked to.
 *
 * @param itemtype such as {@code Ticket}
 * @param itemsId the item's id
 */
public record DocumentLink(String itemtype, int itemsId) {}
