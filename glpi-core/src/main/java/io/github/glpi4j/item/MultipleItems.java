package io.github.glpi4j.item;

import io.github.glpi4j.GlpiApiException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items that {@code getMultipleItems} found, and why it did not find the others. Immutable. */
public final class MultipleItems {

    private final Map<ItemRef, Item> found;
    private final Map<ItemRef, GlpiApiException> failures;

    private MultipleItems(Map<ItemRef, Item> found, Map<ItemRef, GlpiApiException> failures) {
        this.found = found;
        this.failures = failures;
    }

    /**
     * {@return a result}
     *
     * @param found the items that were found, in the order of the result; copied
     * @param failures why others were not found, in the order of the result; copied
     */
    public static MultipleItems of(Map<ItemRef, Item> found, Map<ItemRef, GlpiApiException> failures) {
        return new MultipleItems(
                Collections.unmodifiableMap(new LinkedHashMap<>(found)),
                Collections.unmodifiableMap(new LinkedHashMap<>(failures)));
    }

    /** {@return the items that were found, in the order of the request; unmodifiable} */
    public List<Item> items() {
        return Collections.unmodifiableList(new ArrayList<>(found.values()));
    }

    /**
     * {@return an item, or empty if it was not found or not requested}
     *
     * @param itemtype the itemtype
     * @param id the id
     */
    public Optional<Item> get(String itemtype, long id) {
        return Optional.ofNullable(found.get(new ItemRef(itemtype, id)));
    }

    /**
     * {@return why items were not found, in the order of the request; unmodifiable} A {@link
     * io.github.glpi4j.GlpiNotFoundException} for an item that does not exist, a {@link
     * io.github.glpi4j.GlpiPermissionException} for one that the profile may not read.
     */
    public Map<ItemRef, GlpiApiException> failures() {
        return failures;
    }

    @Override
    public String toString() {
        return "MultipleItems[" + found.keySet() + ", failed " + failures.keySet() + "]";
    }
}
