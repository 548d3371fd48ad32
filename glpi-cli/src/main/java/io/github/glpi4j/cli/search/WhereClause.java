package io.github.glpi4j.cli.search;

import io.github.glpi4j.cli.option.Secrets;
import io.github.glpi4j.cli.option.UsageException;
import io.github.glpi4j.search.Condition;
import io.github.glpi4j.search.Condition.Link;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition as people write it: {@code [and|or|and not|or not] FIELD CONDITION [VALUE…]}.
 *
 * @param link how it is joined to those before it
 * @param condition the condition
 */
record WhereClause(Link link, Condition condition) {

    /** GLPI's names for the kinds of conditions. */
    static final List<String> CONDITIONS = List.of(
            "contains", "notcontains", "equals", "notequals", "lessthan", "morethan", "under", "notunder", "empty");

    private static final Pattern FORM = Pattern.compile(
            "(?:(?<link>and|or)(?<not>\\s+not)?\\s+)?(?<field>\\S+)\\s+(?<condition>\\S+)(?:\\s+(?<value>.*))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String EXAMPLE = "Pass a field, a condition and a value, such as --where 'name contains lab'";

    /**
     * {@return the condition that a text stands for}
     *
     * @throws UsageException if it is none
     */
    static WhereClause parse(String text) {
        Matcher parts = FORM.matcher(Secrets.requireIntact("--where", text.strip()));
        if (!parts.matches()) {
            throw new UsageException("--where has no condition", EXAMPLE);
        }
        boolean or = "or".equalsIgnoreCase(parts.group("link"));
        boolean not = parts.group("not") != null;
        Link link = or ? (not ? Link.OR_NOT : Link.OR) : (not ? Link.AND_NOT : Link.AND);
        String value = parts.group("value");
        return new WhereClause(
                link, condition(field(parts.group("field")), parts.group("condition"), value == null ? "" : value));
    }

    /** {@return all conditions as one: each is joined to the result of those before it} */
    static Condition join(List<WhereClause> clauses) {
        WhereClause first = clauses.get(0);
        if (first.link == Link.AND_NOT || first.link == Link.OR_NOT) {
            throw new UsageException(
                    "the first --where has no condition before it that \"not\" could follow",
                    "Put another --where first, or use notcontains or notequals");
        }
        Condition joined = first.condition;
        for (WhereClause next : clauses.subList(1, clauses.size())) {
            joined = switch (next.link) {
                case AND -> joined.and(next.condition);
                case OR -> joined.or(next.condition);
                case AND_NOT -> joined.andNot(next.condition);
                case OR_NOT -> joined.orNot(next.condition);
            };
        }
        return joined;
    }

    /** {@code Software:name} is a field of linked items. */
    private static Condition.Field field(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? Condition.field(text) : Condition.field(text.substring(0, colon), text.substring(colon + 1));
    }

    private static Condition condition(Condition.Field field, String typed, String value) {
        String condition = typed.toLowerCase(Locale.ROOT);
        if (!CONDITIONS.contains(condition)) {
            throw new UsageException(
                    "unknown condition \"" + typed + "\"", "The conditions are " + String.join(", ", CONDITIONS));
        }
        if (condition.equals("empty") != value.isEmpty()) {
            throw new UsageException(
                    "the condition " + condition + (value.isEmpty() ? " has no value" : " takes no value"), EXAMPLE);
        }
        return value.isEmpty() ? field.isEmpty() : field.matches(condition, value);
    }
}
