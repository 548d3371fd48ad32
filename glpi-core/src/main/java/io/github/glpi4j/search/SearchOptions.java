package io.github.glpi4j.search;

import io.github.glpi4j.internal.search.NearMatches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that GLPI can search and show for an itemtype. Immutable. */
public final class SearchOptions {

    private final String itemtype;
    private final Map<String, SearchOption> byName;
    private final List<SearchOption> all;

    private SearchOptions(String itemtype, List<SearchOption> all) {
        this.itemtype = itemtype;
        this.all = List.copyOf(all);
        Map<String, SearchOption> names = new LinkedHashMap<>();
        for (SearchOption option : all) {
            names.putIfAbsent(String.valueOf(option.id()), option);
            names.putIfAbsent(option.uid(), option);
            names.putIfAbsent(shortName(option), option);
        }
        this.byName = Collections.unmodifiableMap(names);
    }

    /**
     * {@return the options of an itemtype}
     *
     * @param itemtype the itemtype
     * @param options the options, in GLPI's order
     */
    public static SearchOptions of(String itemtype, List<SearchOption> options) {
        return new SearchOptions(itemtype, options);
    }

    /** {@return the itemtype, such as {@code Computer}} */
    public String itemtype() {
        return itemtype;
    }

    /** {@return all options, in GLPI's order; unmodifiable} */
    public List<SearchOption> all() {
        return all;
    }

    /**
     * Finds an option by its number ({@code 1}), its uid ({@code Computer.name}), or its uid without the itemtype ({@code
     * name}). If several options have the same uid, as requester, observer and technician of a ticket do, the uid names the
     * first in GLPI's order; the others have their numbers.
     *
     * @param field the number or name
     * @return the option, or empty
     */
    public Optional<SearchOption> find(String field) {
        return Optional.ofNullable(byName.get(field));
    }

    /**
     * {@return the option of a field, as {@link #find} finds it}
     *
     * @param field the number or name
     * @throws IllegalArgumentException if there is none; the message names similar fields
     */
    public SearchOption get(String field) {
        return find(field)
                .orElseThrow(() -> new IllegalArgumentException("the itemtype " + itemtype + " has no search option \""
                        + field + "\"" + NearMatches.of(field, names())));
    }

    /**
     * {@return the name of an option in results: its uid without the itemtype, or its number if another option has that
     * name}
     *
     * @param option an option of this itemtype
     */
    public String nameOf(SearchOption option) {
        String name = shortName(option);
        return option.equals(byName.get(name)) ? name : String.valueOf(option.id());
    }

    private String shortName(SearchOption option) {
        String prefix = itemtype + ".";
        return option.uid().startsWith(prefix) ? option.uid().substring(prefix.length()) : option.uid();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        all.forEach(option -> names.add(shortName(option)));
        return names;
    }

    @Override
    public String toString() {
        return "SearchOptions[" + itemtype + ", " + all.size() + "]";
    }
}
