package io.github.glpi4j.ticket;

import io.github.glpi4j.ticket.TimelineEntry.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What has happened to a ticket, change or problem.
 *
 * @param entries the entries, the oldest first; unmodifiable
 * @param unreadable the kinds of entries that the profile may not read, and that are therefore missing; unmodifiable
 */
public record Timeline(List<TimelineEntry> entries, Set<Kind> unreadable) {

    /**
     * Copies the arguments.
     *
     * @param entries the entries
     * @param unreadable the kinds that are missing
     */
    public Timeline {
        entries = List.copyOf(entries);
        unreadable = Set.copyOf(unreadable);
    }

    /**
     * {@return the entries of some kinds, the oldest first}
     *
     * @param first a kind
     * @param more more kinds
     */
    public List<TimelineEntry> entries(Kind first, Kind... more) {
        Set<Kind> kinds = EnumSet.of(first, more);
        return entries.stream().filter(entry -> kinds.contains(entry.kind())).toList();
    }
}
