package io.github.glpi4j.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A profile (a set of rights) of GLPI. Immutable. */
public final class FakeProfile {
    private final int id;
    private final String name;
    private final boolean central;
    private final Map<String, Integer> rights;

    private FakeProfile(int id, String name, boolean central, Map<String, Integer> rights) {
        this.id = id;
        this.name = Objects.requireNonNull(name, "name");
        this.central = central;
        this.rights = Map.copyOf(rights);
    }

    /**
     * GLPI's own Self-Service, id 1, for people who only open tickets.
     *
     * @return the profile
     */
    public static FakeProfile selfService() {
        return helpdesk(1, "Self-Service");
    }

    /**
     * GLPI's own Super-Admin, id 4, who may do everything.
     *
     * @return the profile
     */
    public static FakeProfile superAdmin() {
        return central(4, "Super-Admin");
    }

    /**
     * GLPI's own Technician, id 6.
     *
     * @return the profile
     */
    public static FakeProfile technician() {
        return central(6, "Technician");
    }

    /**
     * A profile with the standard interface.
     *
     * @param id its id
     * @param name its name
     * @return the profile
     */
    public static FakeProfile central(int id, String name) {
        return new FakeProfile(id, name, true, Map.of());
    }

    /**
     * A profile with the simplified interface.
     *
     * @param id its id
     * @param name its name
     * @return the profile
     */
    public static FakeProfile helpdesk(int id, String name) {
        return new FakeProfile(id, name, false, Map.of());
    }

    /**
     * Sets one right; the others are those of GLPI's own Super-Admin (central) or Self-Service (helpdesk).
     *
     * @param right its name in {@code getActiveProfile}, such as {@code user}
     * @param bits what is allowed: 1 to read, 2 to update, 4 to create and so on, 0 for nothing
     * @return the changed copy
     */
    public FakeProfile withRight(String right, int bits) {
        Map<String, Integer> changed = new LinkedHashMap<>(rights);
        changed.put(right, bits);
        return new FakeProfile(id, name, central, changed);
    }

    /**
     * Takes one right away: who has no {@code user} may read no account, not even the own one.
     *
     * @param right its name in {@code getActiveProfile}
     * @return the changed copy
     */
    public FakeProfile withoutRight(String right) {
        return withRight(right, 0);
    }

    /**
     * The rights that were set.
     *
     * @return name to bits, an unmodifiable map
     */
    public Map<String, Integer> rights() {
        return rights;
    }

    /**
     * The id.
     *
     * @return the id
     */
    public int id() {
        return id;
    }

    /**
     * The name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The interface, as GLPI writes it.
     *
     * @return {@code central} or {@code helpdesk}
     */
    public String interfaceName() {
        return central ? "central" : "helpdesk";
    }

    @Override
    public String toString() {
        return "FakeProfile[" + id + ", " + name + "]";
    }
}
