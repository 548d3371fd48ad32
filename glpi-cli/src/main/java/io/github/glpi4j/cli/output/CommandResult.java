package io.github.glpi4j.cli.output;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command has to say, in both forms.
 *
 * @param json for a program
 * @param lines for a person
 */
public record CommandResult(Map<String, ? extends @Nullable Object> json, List<String> lines) {}
