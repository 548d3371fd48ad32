package io.github.glpi4j.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FullSessionTest {

    @Test
    void readsWhatGlpiSends() {
        FullSession session = FullSession.of(Map.ofEntries(
                Map.entry("glpiID", 2),
                Map.entry("glpiname", "glpi"),
                Map.entry("glpirealname", "Doe"),
                Map.entry("glpifirstname", "Ann"),
                Map.entry("glpifriendlyname", "Doe Ann"),
                Map.entry("glpilanguage", "en_GB"),
                Map.entry("glpidefault_entity", 0),
                Map.entry(
                        "glpiprofiles",
                        Map.of(
                                "4",
                                Map.of(
                                        "name",
                                        "Super-Admin",
                                        "entities",
                                        List.of(Map.of("id", 0, "name", "Root entity", "is_recursive", 1))))),
                Map.entry("glpiactiveprofile", Map.of("id", 4, "name", "Super-Admin")),
                Map.entry("glpiactive_entity", 0),
                Map.entry("glpiactive_entity_name", "Root entity"),
                Map.entry("glpiactive_entity_recursive", 1),
                Map.entry("glpigroups", List.of(5, "6"))));

        assertThat(session.userId()).hasValue(2);
        assertThat(session.login()).contains("glpi");
        assertThat(session.realName()).contains("Doe");
        assertThat(session.firstName()).contains("Ann");
        assertThat(session.friendlyName()).contains("Doe Ann");
        assertThat(session.language()).contains("en_GB");
        assertThat(session.defaultEntityId()).hasValue(0);
        assertThat(session.activeProfileId()).hasValue(4);
        assertThat(session.activeProfileName()).contains("Super-Admin");
        assertThat(session.activeEntityId()).hasValue(0);
        assertThat(session.activeEntityName()).contains("Root entity");
        assertThat(session.activeEntityRecursive()).isTrue();
        assertThat(session.profiles())
                .containsExactly(new Profile(4, "Super-Admin", List.of(new ProfileEntity(0, "Root entity", true))));
        assertThat(session.groupIds()).containsExactly(5L, 6L);
        assertThat(session.passwordExpired()).isFalse();
        assertThat(session).hasToString("FullSession[login=glpi, profile=Super-Admin, entity=Root entity]");
    }

    @Test
    void everyGetterCopesWithNothing() {
        FullSession session = FullSession.of(Map.of());
        assertThat(List.of(
                        session.userId(),
                        session.defaultEntityId(),
                        session.activeProfileId(),
                        session.activeEntityId()))
                .containsOnly(OptionalLong.empty());
        assertThat(session.login()).isEmpty();
        assertThat(session.realName()).isEmpty();
        assertThat(session.firstName()).isEmpty();
        assertThat(session.friendlyName()).isEmpty();
        assertThat(session.language()).isEmpty();
        assertThat(session.activeProfileName()).isEmpty();
        assertThat(session.activeEntityName()).isEmpty();
        assertThat(session.activeEntityRecursive()).isFalse();
        assertThat(session.passwordExpired()).isFalse();
        assertThat(session.profiles()).isEmpty();
        assertThat(session.groupIds()).isEmpty();
        assertThat(session.values()).isEmpty();
    }

    @Test
    void phpArraysMayBeListsOrMaps() {
        // Ids 0 and 1 make PHP show both maps as lists.
        FullSession session = FullSession.of(Map.of(
                "glpiprofiles",
                List.of(Map.of("name", "A", "entities", Map.of("7", Map.of("name", "Paris", "is_recursive", "1")))),
                "glpigroups",
                Map.of("3", 9),
                "glpiactiveprofile",
                List.of()));
        assertThat(session.profiles())
                .containsExactly(new Profile(0, "A", List.of(new ProfileEntity(7, "Paris", true))));
        assertThat(session.groupIds()).containsExactly(9L);
        assertThat(session.activeProfileId()).isEmpty();
    }

    @Test
    void oddKindsAreAbsentAndTextNumbersCount() {
        Map<String, Object> values = new HashMap<>();
        values.put("glpiID", "12");
        values.put("glpidefault_entity", "none");
        values.put("glpiname", List.of("x"));
        values.put("glpirealname", null);
        values.put("glpiprofiles", "oops");
        values.put("glpigroups", Arrays.asList(null, "a", true));
        values.put("glpiactive_entity_recursive", "true");
        values.put("glpi_password_expired", 1);
        FullSession session = FullSession.of(values);
        assertThat(session.userId()).hasValue(12);
        assertThat(session.defaultEntityId()).isEmpty();
        assertThat(session.login()).isEmpty();
        assertThat(session.realName()).isEmpty();
        assertThat(session.profiles()).isEmpty();
        assertThat(session.groupIds()).isEmpty();
        assertThat(session.activeEntityRecursive()).isTrue();
        assertThat(session.passwordExpired()).isTrue();
        assertThat(session.values()).containsEntry("glpirealname", null);
    }

    @Test
    void activeProfileHasTheRights() {
        ActiveProfile profile = FullSession.of(Map.of(
                        "glpiroot", "/", "glpiactiveprofile", Map.of("id", 1, "name", "A &#38; B", "ticket", "5")))
                .activeProfile();
        assertThat(profile.id()).hasValue(1);
        assertThat(profile.name()).contains("A & B");
        assertThat(profile.hasRight("ticket", Rights.READ)).isTrue();
        assertThat(profile.hasRight("ticket", Rights.READ | Rights.CREATE)).isTrue();
        assertThat(profile.hasRight("ticket", Rights.READ | Rights.UPDATE)).isFalse();
        assertThat(profile.hasRight("computer", Rights.READ)).isFalse();
        assertThat(FullSession.of(Map.of()).activeProfile().id()).isEmpty();
    }

    @Test
    void theTokenInItIsMasked() {
        FullSession session = FullSession.of(Map.of("valid_id", "canary"));
        assertThat(session.values()).containsEntry("valid_id", "***");
        assertThat(session.toString()).doesNotContain("canary");
    }

    /** A session of GLPI up to 10 has a field that later ones do not have. */
    @Test
    void namesAreDecodedByVersion() {
        Map<String, Object> profile =
                Map.of("name", "P&#38;Q", "entities", List.of(Map.of("id", 1, "name", "A&#38;B")));
        Map<String, Object> of11 = Map.of(
                "glpiactive_entity_name",
                "Root entity &#62; A&#38;B",
                "glpifriendlyname",
                "R&lt;D",
                "glpiprofiles",
                Map.of("9", profile),
                "glpiactiveprofile",
                profile);
        Map<String, Object> of10 = new HashMap<>(of11);
        of10.put("glpiroot", "");

        FullSession decoded = FullSession.of(of10);
        assertThat(decoded.activeEntityName()).contains("Root entity > A&B");
        assertThat(decoded.friendlyName()).contains("R<D");
        assertThat(decoded.activeProfileName()).contains("P&Q");
        assertThat(decoded.profiles())
                .containsExactly(new Profile(9, "P&Q", List.of(new ProfileEntity(1, "A&B", false))));
        assertThat(decoded.values()).containsEntry("glpifriendlyname", "R&lt;D");
        FullSession plain = FullSession.of(of11);
        assertThat(plain.activeEntityName()).contains("Root entity &#62; A&#38;B");
        assertThat(plain.profiles())
                .containsExactly(new Profile(9, "P&#38;Q", List.of(new ProfileEntity(1, "A&#38;B", false))));
    }

    @Test
    void nothingCanBeChanged() {
        List<Object> groups = new ArrayList<>(List.of(1));
        Map<String, Object> values = new HashMap<>(Map.of("glpigroups", groups, "map", new HashMap<>(Map.of("a", 1))));
        FullSession session = FullSession.of(values);
        groups.add(2);
        values.put("glpiID", 1);
        assertThat(session.groupIds()).containsExactly(1L);
        assertThat(session.userId()).isEmpty();
        assertThatThrownBy(() -> session.values().put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) session.values().getOrDefault("map", Map.of())).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
