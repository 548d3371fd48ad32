package io.github.glpi4j.testkit;

import java.util.Objects;

/** A profile (a set of rights) of GLPI. Immutable. */
public final class FakeProfile {
    private final int id;
    private final String name;
    private final boolean central;

    private FakeProfile(int id, String name, boolean central) {
        this.id = id;
        this.name = Objects.requireNonNull(name, "name");
        this.central = central;
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
        return new FakeProfile(id, name, true);
    }

    /**
     * A profile with the simplified interface.
     *
     * @param id its id
     * @param name its name
     * @return the profile
     */
    public static FakeProfile helpdesk(int id, String name) {
        return new FakeProfile(id, name, false);
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
