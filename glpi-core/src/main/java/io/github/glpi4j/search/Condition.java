package io.github.glpi4j.search;

import io.github.glpi4j.internal.http.InputChecks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A condition of a search: on one field, or a group of conditions. Immutable.
 *
 * <pre>{@code field("name").contains("printer").and(anyOf(field("status").is(1), field("status").is(2)))}</pre>
 *
 * <p>{@code a.and(b).or(c)} is {@code (a AND b) OR c}: each method joins what was built before, as a group.
 */
public sealed interface Condition permits Condition.OnField, Condition.Group {

    /** How a condition is joined to those before it in its group. */
    enum Link {
        /** Both conditions. */
        AND("AND"),
        /** Either condition. */
        OR("OR"),
        /** The conditions before, and not this one. */
        AND_NOT("AND NOT"),
        /** The conditions before, or not this one. */
        OR_NOT("OR NOT");

        private final String word;

        Link(String word) {
            this.word = word;
        }

        /** {@return GLPI's word, such as {@code AND NOT}} */
        public String word() {
            return word;
        }
    }

    /**
     * A condition on one field. If the field does not support the kind of condition, the search uses one that means the
     * same: GLPI compares numbers and texts by {@code contains}, with operators and anchors in the value.
     *
     * @param itemtype the itemtype that has the field, or empty for that of the search
     * @param field the number, uid or name of the search option
     * @param searchType GLPI's name for the kind of condition, such as {@code contains}
     * @param value the value to compare with
     */
    record OnField(String itemtype, String field, String searchType, String value) implements Condition {

        @Override
        public String toString() {
            return (itemtype.isEmpty() ? "" : itemtype + ":") + field + " " + searchType + " \"" + value + "\"";
        }
    }

    /**
     * A group of conditions.
     *
     * @param members the conditions, each with the link to those before it; the link of the first has no effect
     */
    record Group(List<Member> members) implements Condition {

        /**
         * Copies the list.
         *
         * @param members the conditions
         */
        public Group {
            members = List.copyOf(members);
            if (members.isEmpty()) {
                throw new IllegalArgumentException("a group of conditions has at least one");
            }
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("(");
            for (Member member : members) {
                if (text.length() > 1) {
                    text.append(' ').append(member.link().word()).append(' ');
                }
                text.append(member.condition());
            }
            return text.append(')').toString();
        }
    }

    /**
     * A condition of a group.
     *
     * @param link how it is joined to those before it
     * @param condition the condition
     */
    record Member(Link link, Condition condition) {}

    /**
     * {@return a field, which becomes a condition by one of its methods}
     *
     * @param field the number ({@code 1}), the uid ({@code Computer.name}) or the uid without the itemtype ({@code name})
     *     of a search option
     */
    static Field field(String field) {
        return new Field("", field);
    }

    /**
     * {@return a field of another itemtype that is linked to the items searched for, such as the software of a computer:
     * GLPI's metacriteria}
     *
     * @param itemtype the other itemtype
     * @param field the number, uid or name of its search option
     * @throws IllegalArgumentException if the itemtype is not the name of a class of GLPI
     */
    static Field field(String itemtype, String field) {
        return new Field(InputChecks.checkItemtype(itemtype), field);
    }

    /**
     * {@return a condition that is met if all of these are}
     *
     * @param conditions at least one condition
     * @throws IllegalArgumentException if there are none
     */
    static Condition allOf(Condition... conditions) {
        return group(Link.AND, conditions);
    }

    /**
     * {@return a condition that is met if one of these is}
     *
     * @param conditions at least one condition
     * @throws IllegalArgumentException if there are none
     */
    static Condition anyOf(Condition... conditions) {
        return group(Link.OR, conditions);
    }

    private static Condition group(Link link, Condition... conditions) {
        return new Group(Arrays.stream(conditions)
                .map(condition -> new Member(link, condition))
                .toList());
    }

    /**
     * {@return this condition and another one}
     *
     * @param other the other condition
     */
    default Condition and(Condition other) {
        return join(Link.AND, other);
    }

    /**
     * {@return this condition or another one}
     *
     * @param other the other condition
     */
    default Condition or(Condition other) {
        return join(Link.OR, other);
    }

    /**
     * {@return this condition and not another one}
     *
     * @param other the other condition
     */
    default Condition andNot(Condition other) {
        return join(Link.AND_NOT, other);
    }

    /**
     * {@return this condition or not another one}
     *
     * @param other the other condition
     */
    default Condition orNot(Condition other) {
        return join(Link.OR_NOT, other);
    }

    private Condition join(Link link, Condition other) {
        List<Member> members = new ArrayList<>();
        boolean continues = this instanceof Group group
                && group.members().stream().skip(1).allMatch(member -> member.link() == link)
                && group.members().size() > 1;
        if (continues) {
            members.addAll(((Group) this).members());
        } else {
            members.add(new Member(Link.AND, this));
        }
        members.add(new Member(link, other));
        return new Group(members);
    }

    /** A field on its way to become a condition. Immutable. */
    final class Field {

        private final String itemtype;
        private final String name;

        private Field(String itemtype, String name) {
            this.itemtype = itemtype;
            this.name = InputChecks.checkText("field", InputChecks.checkLength("field", name));
        }

        /**
         * {@return a condition of any kind, by GLPI's name}
         *
         * @param searchType such as {@code contains}, {@code equals} or {@code under}; see {@link
         *     SearchOption#searchTypes()}
         * @param value the value to compare with
         * @throws IllegalArgumentException if the value is empty, because GLPI ignores such a condition
         */
        public Condition matches(String searchType, String value) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException(
                        "GLPI ignores a condition without a value: use isEmpty, or leave it out");
            }
            return new OnField(
                    itemtype, name, InputChecks.checkField(searchType), InputChecks.checkText("value", value));
        }

        /**
         * {@return whether the text of the field contains a text; case is ignored} GLPI takes {@code %} for any text.
         * GLPI 10 does not find {@code <} and {@code >} (Search::makeTextSearchValue).
         *
         * @param text the text
         * @throws IllegalArgumentException if the text starts with {@code ^} or ends with {@code $}, which GLPI takes for
         *     the start or the end of the field, or if it is blank or {@code null}, which GLPI takes for an empty field
         */
        public Condition contains(String text) {
            return matches("contains", checkNotNull(checkAnchors(text)));
        }

        /**
         * {@return whether the text of the field does not contain a text}
         *
         * @param text the text
         * @throws IllegalArgumentException as for {@link #contains}
         */
        public Condition notContains(String text) {
            return matches("notcontains", checkNotNull(checkAnchors(text)));
        }

        /**
         * {@return whether the text of the field starts with a text}
         *
         * @param text the text
         * @throws IllegalArgumentException as for {@link #contains}
         */
        public Condition startsWith(String text) {
            return matches("contains", "^" + checkAnchors(text));
        }

        /**
         * {@return whether the text of the field ends with a text}
         *
         * @param text the text
         * @throws IllegalArgumentException as for {@link #contains}
         */
        public Condition endsWith(String text) {
            return matches("contains", checkAnchors(text) + "$");
        }

        /**
         * {@return whether the field has exactly this text}
         *
         * @param text the text
         * @throws IllegalArgumentException as for {@link #contains}
         */
        public Condition hasText(String text) {
            return matches("contains", "^" + checkAnchors(text) + "$");
        }

        /**
         * {@return whether the field has a value: a number, a date, or the id of the item that it refers to}
         *
         * @param value the value
         */
        public Condition is(long value) {
            return matches("equals", String.valueOf(value));
        }

        /**
         * {@return whether the field has a value: a number, a date, or the id of the item that it refers to}
         *
         * @param value the value as GLPI writes it
         */
        public Condition is(String value) {
            return matches("equals", value);
        }

        /**
         * {@return whether the field has another value}
         *
         * @param value the value
         */
        public Condition isNot(long value) {
            return matches("notequals", String.valueOf(value));
        }

        /**
         * {@return whether the field has another value}
         *
         * @param value the value as GLPI writes it
         */
        public Condition isNot(String value) {
            return matches("notequals", value);
        }

        /**
         * {@return whether a date is before another one; GLPI also knows relative ones, such as {@code -1WEEK}}
         *
         * @param value the date as GLPI writes it
         */
        public Condition lessThan(String value) {
            return matches("lessthan", value);
        }

        /**
         * {@return whether a date is after another one; GLPI also knows relative ones, such as {@code -1WEEK}}
         *
         * @param value the date as GLPI writes it
         */
        public Condition moreThan(String value) {
            return matches("morethan", value);
        }

        /**
         * {@return whether the field refers to an item of a tree, such as an entity, or to one below it}
         *
         * @param id the id of the item
         */
        public Condition isUnder(long id) {
            return matches("under", String.valueOf(id));
        }

        /**
         * {@return whether the field refers to no item of a part of a tree}
         *
         * @param id the id of the item at its top
         */
        public Condition isNotUnder(long id) {
            return matches("notunder", String.valueOf(id));
        }

        /** {@return whether the field is empty} */
        public Condition isEmpty() {
            return matches("empty", "null"); // GLPI skips conditions without a value
        }

        private static String checkNotNull(String text) {
            if (text.equals("null") || text.equals("NULL")) {
                throw new IllegalArgumentException("GLPI takes " + text
                        + " for an empty field, and cannot search for it within a text: use isEmpty");
            }
            return text;
        }

        private static String checkAnchors(String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("GLPI takes a blank text for an empty field: use isEmpty");
            }
            if (text.startsWith("^") || text.endsWith("$")) {
                throw new IllegalArgumentException("GLPI takes ^ and $ for the start and the end of a field, and cannot"
                        + " search for them there: use startsWith, endsWith or hasText");
            }
            return text;
        }
    }
}
