package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.ProfileGrant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The entities on which an account has a profile; immutable. */
public final class Grants {
    private final FakeProfile profile;
    private final EntityTree tree;
    private final List<ProfileGrant> grants;

    private Grants(FakeProfile profile, EntityTree tree, Collection<ProfileGrant> grants) {
        this.profile = profile;
        this.tree = tree;
        this.grants = List.copyOf(grants);
    }

    public static Grants of(FakeUser user, FakeProfile profile, EntityTree tree) {
        Map<Integer, ProfileGrant> byEntity = new LinkedHashMap<>();
        user.profiles().stream()
                .filter(grant -> grant.profile().id() == profile.id())
                .sorted(Comparator.comparing(grant -> tree.completeName(grant.entity())))
                .forEach(grant ->
                        byEntity.merge(grant.entity(), grant, (known, other) -> other.recursive() ? other : known));
        return new Grants(profile, tree, byEntity.values());
    }

    /** Returns one grant for each entity, sorted by complete name. */
    public List<ProfileGrant> list() {
        return grants;
    }

    /**
     * Returns the scope after a change of profile: the default entity if the profile includes it, otherwise all entities.
     */
    public Scope initial(int defaultEntity, GlpiVersion version) {
        for (ProfileGrant grant : grants) {
            if (grant.entity() == defaultEntity) {
                SortedSet<Integer> reach = tree.reach(defaultEntity, grant.recursive());
                return new Scope(profile, defaultEntity, grant.recursive(), true, reach);
            }
        }
        return only(defaultEntity, true).orElseGet(() -> all(!version.isBefore10()));
    }

    /**
     * Selects one entity; empty if the profile does not include it. A non-recursive grant allows single descendants.
     */
    public Optional<Scope> only(int entity, boolean recursive) {
        boolean reached = tree.holds(entity)
                && grants.stream()
                        .filter(grant -> grant.recursive() || !recursive)
                        .anyMatch(grant -> grant.entity() == entity
                                || tree.ancestors(entity).contains(grant.entity()));
        return reached
                ? Optional.of(new Scope(profile, entity, recursive, false, tree.reach(entity, recursive)))
                : Optional.empty();
    }

    /** Selects all entities. */
    public Scope all(boolean recursive) {
        SortedSet<Integer> all = new TreeSet<>();
        grants.forEach(grant -> all.addAll(tree.reach(grant.entity(), grant.recursive())));
        return new Scope(profile, grants.get(0).entity(), recursive, false, all);
    }
}
