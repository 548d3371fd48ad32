package io.github.glpi4j.spring.test;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.spring.GlpiConnectionDetails;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeUser;
import java.util.UUID;

/** Connects to a FakeGlpi as one of its accounts, by the API token that the account has at each login. */
final class FakeGlpiConnectionDetails implements GlpiConnectionDetails {

    private final FakeGlpi glpi;
    private final String login;

    FakeGlpiConnectionDetails(FakeGlpi glpi, String login) {
        this.glpi = glpi;
        this.login = login;
    }

    @Override
    public String getUrl() {
        return glpi.url();
    }

    @Override
    public Credentials getCredentials() {
        return Credentials.supplier(() -> {
            String token = account().apiToken();
            if (token == null) {
                throw new IllegalStateException("the account '" + login + "' of glpi.fake.login has no API token");
            }
            return Credentials.userToken(token);
        });
    }

    /** A client does not repeat a login that was refused, until it has other credentials. */
    void renewToken() {
        glpi.addUser(account().withApiToken(UUID.randomUUID().toString()));
    }

    private FakeUser account() {
        return glpi.user(login)
                .orElseThrow(() ->
                        new IllegalStateException("FakeGlpi has no account '" + login + "', see glpi.fake.login"));
    }
}
