package io.github.glpi4j.testkit.internal;

import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.ProfileGrant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a session looks at: the active profile and the active entities.
 *
 * @param profile the active profile
 * @param entity the active entity
 * @param recursive whether the entities below it are active, too
 * @param entities all active entities
 * @param everything whether that is all the profile allows
 */
record Scope(FakeProfile profile, int entity, boolean recursive, SortedSet<Integer> entities, boolean everything) {

    /** The scope after a change to a profile: the default entity if the profile is given there, else all. */
    static Scope of(FakeUser user, FakeProfile profile, EntityTree tree) {
        List<ProfileGrant> grants = grants(user, profile);
        SortedSet<Integer> all = new TreeSet<>();
        grants.forEach(grant -> all.addAll(tree.reach(grant.entity(), grant.recursive())));
        for (ProfileGrant grant : grants) {
            if (grant.entity() == user.defaultEntity()) {
                SortedSet<Integer> reach = tree.reach(grant.entity(), grant.recursive());
                return new Scope(profile, grant.entity(), grant.recursive(), reach, reach.equals(all));
            }
        }
        return new Scope(profile, grants.get(0).entity(), true, all, true);
    }

    static List<ProfileGrant> grants(FakeUser user, FakeProfile profile) {
        return user.profiles().stream()
                .filter(grant -> grant.profile().id() == profile.id())
                .toList();
    }
}
