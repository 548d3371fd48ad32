package io.github.glpi4j.cli.rows;

import io.github.glpi4j.Call;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.Paged;
import java.util.function.BiFunction;

/**
 * What rows are read from: a list or a search.
 *
 * @param firstPage the call for the first page
 * @param range from the first and the last position to the call for a page
 * @param all all rows
 */
public record RowSource(
        Call<Page<Item>> firstPage, BiFunction<Long, Long, ? extends Call<Page<Item>>> range, Paged<Item> all) {}
