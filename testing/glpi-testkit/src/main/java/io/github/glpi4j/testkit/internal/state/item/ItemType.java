package io.github.glpi4j.testkit.internal.state.item;

import java.util.List;

/**
 * What GLPI defines for an itemtype.
 *
 * @param name the name, such as {@code Computer}
 * @param right the right that its items need, as named in a profile
 * @param columns the columns of a new table
 * @param closed whether other columns are ignored, as in GLPI; otherwise a table gets a column for each new field
 * @param children the types to which an item links
 */
public record ItemType(String name, String right, Columns columns, boolean closed, List<String> children) {}
