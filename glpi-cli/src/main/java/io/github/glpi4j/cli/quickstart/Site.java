package io.github.glpi4j.cli.quickstart;

import io.github.glpi4j.cli.option.Login;
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
record Site(String url, Optional<String> appToken, List<Login> logins) {

    /** Nobody's: a wrong password for a real account would count towards locking it. */
    static final Login WRONG_PASSWORD = Login.basic("glpi4j-quickstart", "not-the-password");

    static final String WRONG_APP_TOKEN = "NotTheAppTokenNotTheAppTokenNotTheAppTok";

    private static final String FAKE_APP_TOKEN = "QuickstartQuickstartQuickstartQuickstart";

    static FakeGlpiBuilder fake() {
        return FakeGlpi.builder().apiClient(ApiClient.of("quickstart").withAppToken(FAKE_APP_TOKEN));
    }

    static Site of(FakeGlpi fake) {
        FakeUser user = fake.user("glpi").orElseThrow();
        Login basic = Login.basic(user.login(), Objects.requireNonNull(user.password()));
        Login userToken = Login.userToken(Objects.requireNonNull(user.apiToken()));
        return new Site(fake.url(), Optional.of(FAKE_APP_TOKEN), List.of(basic, userToken));
    }

    @Override
    public String toString() {
        return "Site[" + url + "]";
    }
}
