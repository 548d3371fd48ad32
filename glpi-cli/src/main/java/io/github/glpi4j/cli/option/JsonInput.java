package io.github.glpi4j.cli.option;

import java.util.List;
import java.util.Map;

/**
 * Items to be written.
 *
 * @param items their fields
 * @param isList whether they came as a list, even of one
 */
public record JsonInput(List<Map<?, ?>> items, boolean isList) {}
