package io.github.glpi4j.ticket;

import io.github.glpi4j.internal.http.InputChecks;

/**
 * A user, group or supplier who takes part in a ticket, change or problem; or someone without an account, known by an
 * e-mail address.
 *
 * @param kind the kind
 * @param id the id of the user, group or supplier; 0 for an e-mail address
 * @param email the e-mail address; empty for others
 */
public record Actor(Kind kind, long id, String email) {

    /** The kinds of actors. */
    public enum Kind {
        /** A user with an account. */
        USER,
        /** A group of users. */
        GROUP,
        /** A supplier, which can only be assigned. */
        SUPPLIER,
        /** Someone without an account. */
        EMAIL
    }

    /**
     * Checks the arguments.
     *
     * @param kind the kind
     * @param id the id
     * @param email the e-mail address
     * @throws IllegalArgumentException if the id is not greater than 0, or the address has no {@code @}
     */
    public Actor {
        if (kind == Kind.EMAIL) {
            InputChecks.checkText("e-mail address", email);
            if (email.indexOf('@') < 1 || id != 0) {
                throw new IllegalArgumentException("an e-mail address has an @, and no id");
            }
        } else if (id <= 0 || !email.isEmpty()) {
            throw new IllegalArgumentException("the id of an actor is greater than 0, not " + id);
        }
    }

    /**
     * {@return a user}
     *
     * @param id the id of the user
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    public static Actor user(long id) {
        return new Actor(Kind.USER, id, "");
    }

    /**
     * {@return a group}
     *
     * @param id the id of the group
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    public static Actor group(long id) {
        return new Actor(Kind.GROUP, id, "");
    }

    /**
     * {@return a supplier}
     *
     * @param id the id of the supplier
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    public static Actor supplier(long id) {
        return new Actor(Kind.SUPPLIER, id, "");
    }

    /**
     * {@return someone without an account}
     *
     * @param address the e-mail address, to which GLPI sends notifications
     * @throws IllegalArgumentException if the address has no {@code @}
     */
    public static Actor email(String address) {
        return new Actor(Kind.EMAIL, 0, address);
    }
}
