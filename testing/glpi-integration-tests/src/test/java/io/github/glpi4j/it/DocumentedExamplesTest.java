package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.GlpiRequest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two curl examples of GLPI's documentation of initSession, as received by the server. */
@Timeout(60)
class DocumentedExamplesTest {

    private static final String APP_TOKEN = "f7g3csp8mgatg5ebc5elnazakw20i9fyev1qopya7";
    private static final String USER_TOKEN = "q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn";

    private static GlpiRequest received(Way way, Credentials credentials, boolean full) {
        try (FakeGlpi fake = FakeGlpi.builder()
                        .basePath("/path/to/glpi")
                        .apiClient(ApiClient.of("documented").withAppToken(APP_TOKEN))
                        .start();
                GlpiClient glpi = way.client(fake.url())
                        .appToken(APP_TOKEN)
                        .credentials(credentials)
                        .build()) {
            var opened = way.run(full ? glpi.initSession().fullSession() : glpi.initSession());
            assertThat(opened.fullSession().isPresent()).isEqualTo(full);
            assertThat(fake.requests()).hasSize(1);
            return fake.requests().get(0);
        }
    }

    private static void assertHeaders(GlpiRequest request, String authorization) {
        assertThat(request.header("Content-Type")).contains("application/json");
        assertThat(request.header("Authorization")).contains(authorization);
        assertThat(request.header("App-Token")).contains(APP_TOKEN);
        assertThat(request.header("Session-Token")).isEmpty();
        assertThat(request.body()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void basicAuthentication(Way way) {
        GlpiRequest request = received(way, Credentials.basic("glpi", "glpi"), false);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.url()).isEqualTo("/path/to/glpi/apirest.php/initSession");
        assertHeaders(request, "Basic Z2xwaTpnbHBp");
    }

    @ParameterizedTest
    @EnumSource
    void userTokenWithFullSession(Way way) {
        GlpiRequest request = received(way, Credentials.userToken(USER_TOKEN), true);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.url()).isEqualTo("/path/to/glpi/apirest.php/initSession?get_full_session=true");
        assertHeaders(request, "user_token " + USER_TOKEN);
    }
}
