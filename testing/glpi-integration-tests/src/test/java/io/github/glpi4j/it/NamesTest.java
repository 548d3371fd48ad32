package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.session.Entity;
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.session.ProfileEntity;
import io.github.glpi4j.testkit.FakeEntity;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are returned as entered in GLPI, whether or not its version encodes them. */
@Timeout(60)
class NamesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"9.5.13", "10.0.19", "11.0.6"})
    void namesAreDecodedByVersion(String version) {
        try (FakeGlpi fake = FakeGlpi.builder()
                .version(version)
                .entity(FakeEntity.of(7, "R&D <x>", 0))
                .user(FakeUser.of("local").withPassword("local").withProfile(FakeProfile.superAdmin(), 7, true))
                .start()) {
            int document = fake.addDocument("R&D <x>.txt", new byte[] {'x'});
            for (Way way : Way.values()) {
                try (GlpiClient glpi = way.client(fake.url())
                        .credentials(Credentials.basic("local", "local"))
                        .build()) {
                    assertThat(way.run(glpi.session().getFullSession())
                                    .activeEntityName()
                                    .orElseThrow())
                            .startsWith("Root entity > R&D <x>");
                    assertThat(way.run(glpi.session().getMyEntities().recursive()))
                            .extracting(Entity::name)
                            .contains("Root entity > R&D <x>");
                    assertThat(way.run(glpi.session().getMyProfiles()))
                            .flatExtracting(Profile::entities)
                            .extracting(ProfileEntity::name)
                            .contains("R&D <x>");
                    DownloadedDocument downloaded =
                            way.run(glpi.session().documents().download(document, folder.resolve("down")));
                    assertThat(downloaded.fileName()).isEqualTo("R&D <x>.txt");
                    // Requested once, and never from a GLPI with plain names.
                    assertThat(fake.requestsTo("getGlpiConfig")).hasSize(version.startsWith("11") ? 0 : 1);
                }
                fake.clearRequests();
            }
        }
    }

    /** It may have been entered like that; only the version tells. */
    @ParameterizedTest
    @ValueSource(strings = {"R&#38;D", "a &gt; b"})
    void nameThatLooksEncodedIsKeptInGlpi11(String name) {
        try (FakeGlpi fake = FakeGlpi.builder()
                .version("11.0.6")
                .entity(FakeEntity.of(7, name, 0))
                .start()) {
            for (Way way : Way.values()) {
                try (GlpiClient glpi = way.client(fake.url())
                        .credentials(Credentials.basic("glpi", "glpi"))
                        .build()) {
                    List<Entity> entities =
                            way.run(glpi.session().getMyEntities().recursive());
                    assertThat(entities).extracting(Entity::name).contains("Root entity > " + name);
                }
            }
        }
    }
}
