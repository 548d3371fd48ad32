package io.github.glpi4j.testkit.internal.state.item;

import java.util.List;
import java.util.Map;

/**
 * What GLPI defines for an itemtype.
 *
 * @param name the name, such as {@code Computer}
 * @param label what GLPI calls an item without a name
 * @param right the right that its items need, as named in a profile
 * @param bits for each usual bit of a right, the bits of which one is enough, unless it is that bit itself
 * @param columns the columns of a new table
 * @param closed whether other columns are ignored, as in GLPI; otherwise a table gets a column for each new field
 * @param children the types to which an item links
 */
public record ItemType(
        String name,
        String label,
        String right,
        Map<Integer, Integer> bits,
        Columns columns,
        boolean closed,
        List<String> children) {

    public ItemType {
        bits = Map.copyOf(bits);
        children = List.copyOf(children);
    }

    /** Returns the bits of which one allows the action that usually needs the given ones. */
    public int bits(int usual) {
        return bits.getOrDefault(usual, usual);
    }
}
