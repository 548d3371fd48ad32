package io.github.glpi4j.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A profile (set of rights) of GLPI. Immutable. */
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

    /** {@return GLPI's default Self-Service profile, id 1} */
    public static FakeProfile selfService() {
        return helpdesk(1, "Self-Service");
    }

    /** {@return GLPI's default Super-Admin profile, id 4} */
    public static FakeProfile superAdmin() {
        return central(4, "Super-Admin");
    }

    /** {@return GLPI's default Technician profile, id 6} */
    public static FakeProfile technician() {
        return central(6, "Technician");
    }

    /**
     * Creates a profile with the standard interface.
     *
     * @param id the profile's id
     * @param name the profile's name
     * @return the profile
     */
    public static FakeProfile central(int id, String name) {
        return new FakeProfile(id, name, true, Map.of());
    }

    /**
     * Creates a profile with the simplified interface.
     *
     * @param id the profile's id
     * @param name the profile's name
     * @return the profile
     */
    public static FakeProfile helpdesk(int id, String name) {
        return new FakeProfile(id, name, false, Map.of());
    }

    /**
     * Sets one right. Rights that are not set are those of GLPI's own Super-Admin (standard interface) or Self-Service
     * (simplified interface).
     *
     * @param right the right's name in {@code getActiveProfile}, such as {@code user}
     * @param bits the permitted actions: 1 to read, 2 to update, 4 to create and so on, 0 for none
     * @return the changed copy
     */
    public FakeProfile withRight(String right, int bits) {
        Map<String, Integer> changed = new LinkedHashMap<>(rights);
        changed.put(right, bits);
        return new FakeProfile(id, name, central, changed);
    }

    /**
     * Removes one right. Without {@code user}, for example, an account cannot read accounts, including its own.
     *
     * @param right the right's name in {@code getActiveProfile}
     * @return the changed copy
     */
    public FakeProfile withoutRight(String right) {
        return withRight(right, 0);
    }

    /** {@return the rights that were set, name to bits, unmodifiable} */
    public Map<String, Integer> rights() {
        return rights;
    }

    /** {@return the id} */
    public int id() {
        return id;
    }

    /** {@return the name} */
    public String name() {
        return name;
    }

    /** {@return {@code central} for the standard interface or {@code helpdesk} for the simplified one} */
    public String interfaceName() {
        return central ? "central" : "helpdesk";
    }

    @Override
    public String toString() {
        return "FakeProfile[" + id + ", " + name + "]";
    }
}
