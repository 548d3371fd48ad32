package io.github.glpi4j.item;

import io.github.glpi4j.internal.http.InputChecks;

/**
 * Refers to an item.
 *
 * @param itemtype the itemtype, such as {@code Computer}
 * @param id the id, at least 0
 */
public record ItemRef(String itemtype, long id) {

    /**
     * Checks the arguments.
     *
     * @param itemtype the itemtype
     * @param id the id
     * @throws IllegalArgumentException if the itemtype is not the name of a class of GLPI, or the id is negative
     */
    public ItemRef {
        InputChecks.checkItemtype(itemtype);
        InputChecks.checkId(id);
    }

    @Override
    public String toString() {
        return itemtype + "/" + id;
    }
}
