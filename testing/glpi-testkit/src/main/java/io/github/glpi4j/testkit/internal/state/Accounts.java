package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.ProfileGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The accounts; thread-safe. */
public final class Accounts {
    private final EntityTree entities;
    private volatile List<FakeUser> users = List.of();

    Accounts(EntityTree entities) {
        this.entities = entities;
    }

    /** Adds an account, or replaces the one with the same login; returns it with its id. */
    public synchronized FakeUser put(FakeUser user) {
        for (ProfileGrant grant : user.profiles()) {
            entities.get(grant.entity());
        }
        FakeUser known = byLogin(user.login()).orElse(null);
        FakeUser added = user.id() > 0 ? user : user.withId(known != null ? known.id() : nextId());
        List<FakeUser> changed = new ArrayList<>(users);
        changed.removeIf(other -> sameLogin(other.login(), user.login()));
        changed.add(added);
        users = List.copyOf(changed);
        return added;
    }

    /** Removes an account; its open sessions stay open, as in GLPI. */
    public synchronized boolean remove(String login) {
        List<FakeUser> changed = new ArrayList<>(users);
        boolean removed = changed.removeIf(user -> sameLogin(user.login(), login));
        users = List.copyOf(changed);
        return removed;
    }

    /** Returns all accounts, in the order in which they were added. */
    public List<FakeUser> list() {
        return users;
    }

    /** Finds an account. Like the collation of GLPI's database, it ignores case. */
    public Optional<FakeUser> byLogin(String login) {
        return users.stream().filter(user -> sameLogin(user.login(), login)).findFirst();
    }

    public Optional<FakeUser> byId(int id) {
        return users.stream().filter(user -> user.id() == id).findFirst();
    }

    /** Finds the only account with an address; empty if several share it. */
    public Optional<FakeUser> byEmail(String email) {
        List<FakeUser> found = users.stream()
                .filter(user -> email.equalsIgnoreCase(user.email()))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    public Optional<FakeUser> byApiToken(String token) {
        return users.stream().filter(user -> token.equals(user.apiToken())).findFirst();
    }

    synchronized void reset(List<FakeUser> initial) {
        users = List.of();
        initial.forEach(this::put);
    }

    private int nextId() {
        return users.stream().mapToInt(FakeUser::id).max().orElse(1) + 1;
    }

    private static boolean sameLogin(String one, String other) {
        return one.equalsIgnoreCase(other);
    }
}
