package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeEntity;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import java.time.Instant;
import java.util.List;

/** The default accounts, entities and API clients. */
public final class FactorySetup {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private FactorySetup() {}

    public static List<FakeUser> users() {
        return List.of(
                FakeUser.of("glpi")
                        .withProfile(FakeProfile.superAdmin(), 0, true)
                        .withListLimit(20)
                        .withEmail("glpi@example.org")
                        .withId(2)
                        .withPassword("glpi")
                        .withApiToken("q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn"),
                selfService("api-reader", "Reader:with:colons")
                        .withId(7)
                        .withEmail("api-reader@example.org")
                        .withApiToken("readertokenreadertokenreadertokenreaderto"),
                selfService("jürgen", "pässwörd €ÿ").withId(8),
                selfService("disabled", "disabled")
                        .withId(9)
                        .withApiToken("disabledtokendisabledtokendisabledtoken00")
                        .withActive(false),
                selfService("expired", "expired")
                        .withId(10)
                        .withApiToken("expiredtokenexpiredtokenexpiredtoken0000")
                        .withEndDate(LONG_AGO),
                selfService("password-expired", "password-expired")
                        .withId(11)
                        .withApiToken("passwordexpiredtokenpasswordexpiredtoken")
                        .withPasswordExpired(true),
                selfService("no-profile", "no-profile")
                        .withId(12)
                        .withApiToken("noprofiletokennoprofiletokennoprofiletok")
                        .withoutProfiles());
    }

    public static List<FakeEntity> entities() {
        return List.of(FakeEntity.root(), FakeEntity.of(1, "Paris", 0), FakeEntity.of(2, "Zürich – Büro", 0));
    }

    public static List<ApiClient> apiClients() {
        return List.of(ApiClient.of("full access from localhost"));
    }

    private static FakeUser selfService(String login, String password) {
        return FakeUser.of(login).withPassword(password).withProfile(FakeProfile.selfService(), 0, true);
    }
}
