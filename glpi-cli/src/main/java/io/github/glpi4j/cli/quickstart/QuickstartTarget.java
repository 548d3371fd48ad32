package io.github.glpi4j.cli.quickstart;

import io.github.glpi4j.cli.option.NamedCredentials;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiBuilder;
import io.github.glpi4j.testkit.FakeUser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The GLPI that a quickstart runs against.
 *
 * @param url where it is
 * @param appToken its App-Token, if it wants one
 * @param logins that it accepts
 */
record QuickstartTarget(String url, Optional<String> appToken, List<NamedCredentials> logins) {

    /** Nobody's: a wrong password for a real account would count towards locking it. */
    static final NamedCredentials WRONG_PASSWORD = NamedCredentials.basic("glpi4j-quickstart", "not-the-password");

    static final String WRONG_APP_TOKEN = "NotTheAppTokenNotTheAppTokenNotTheAppTok";

    private static final String FAKE_APP_TOKEN = "QuickstartQuickstartQuickstartQuickstart";

    static FakeGlpiBuilder fake() {
        return FakeGlpi.builder().apiClient(ApiClient.of("quickstart").withAppToken(FAKE_APP_TOKEN));
    }

    static QuickstartTarget of(FakeGlpi fake) {
        FakeUser user = fake.user("glpi").orElseThrow();
        NamedCredentials basic = NamedCredentials.basic(user.login(), Objects.requireNonNull(user.password()));
        NamedCredentials userToken = NamedCredentials.userToken(Objects.requireNonNull(user.apiToken()));
        return new QuickstartTarget(fake.url(), Optional.of(FAKE_APP_TOKEN), List.of(basic, userToken));
    }

    @Override
    public String toString() {
        return "Site[" + url + "]";
    }
}
