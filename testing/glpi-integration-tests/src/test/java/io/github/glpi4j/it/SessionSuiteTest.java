package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.GlpiSwitch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opens, uses and ends sessions on each transport and in each mode, on FakeGlpi and on a real GLPI. */
@Tag("live")
@Timeout(60)
class SessionSuiteTest {

    @RegisterExtension
    static final Server SERVER = new Server();

    private static void assertRefused(ThrowingCallable call, int status, String code, String hint) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GlpiApiException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.hint().orElse("")).contains(hint);
        });
    }

    @ParameterizedTest
    @EnumSource
    void opensUsesAndEndsASessionWithLoginAndPassword(Way way) {
        try (GlpiClient glpi = SERVER.client(way).credentials(SERVER.basic()).build()) {
            InitSessionResponse opened = way.run(glpi.initSession());
            assertThat(opened.sessionToken()).hasSizeGreaterThanOrEqualTo(20);
            assertThat(opened.fullSession()).isEmpty();

            GlpiSession session = glpi.session(opened);
            assertThat(way.run(session.getFullSession()).login().orElseThrow()).isEqualToIgnoringCase(SERVER.login());

            way.run(session.killSession());
            assertRefused(() -> way.run(session.getFullSession()), 401, "ERROR_SESSION_TOKEN_INVALID", "Session");
            assertRefused(() -> way.run(session.killSession()), 401, "ERROR_SESSION_TOKEN_INVALID", "Session");
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensAFullSessionWithAUserToken(Way way) {
        try (GlpiClient glpi =
                SERVER.client(way).credentials(SERVER.userToken()).build()) {
            InitSessionResponse opened = way.run(glpi.initSession().fullSession());
            FullSession session = opened.fullSession().orElseThrow();
            assertThat(session.userId().orElseThrow()).isPositive();
            assertThat(session.login()).isPresent();
            assertThat(session.language()).isPresent();
            assertThat(session.activeProfileId().orElseThrow()).isPositive();
            assertThat(session.activeProfileName()).isPresent();
            assertThat(session.activeEntityId()).isPresent();
            assertThat(session.activeEntityName()).isPresent();
            assertThat(session.profiles())
                    .extracting(profile -> profile.id())
                    .contains(session.activeProfileId().getAsLong());
            assertThat(session.profiles().get(0).entities()).isNotEmpty();
            assertThat(session.passwordExpired()).isFalse();
            assertThat(session.values()).hasSizeGreaterThan(50).containsEntry("valid_id", "***");
            way.run(glpi.session(opened).killSession());
        }
    }

    @ParameterizedTest
    @EnumSource
    void credentialsCanBeSentInTheBody(Way way) {
        try (GlpiClient glpi = SERVER.client(way).credentialsInBody().build()) {
            for (Credentials credentials : new Credentials[] {SERVER.basic(), SERVER.userToken()}) {
                InitSessionResponse opened =
                        way.run(glpi.initSession().credentials(credentials).fullSession());
                assertThat(opened.fullSession()).isPresent();
                way.run(glpi.session(opened).killSession());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void distinguishesWrongCredentials(Way way) {
        try (GlpiClient glpi = SERVER.client(way).build()) {
            assertRefused(
                    () -> way.run(glpi.initSession().credentials(Credentials.basic(SERVER.login(), "wrong"))),
                    401,
                    "ERROR_GLPI_LOGIN",
                    "password");
            assertRefused(
                    () -> way.run(glpi.initSession().credentials(Credentials.userToken("nope"))),
                    401,
                    "ERROR_GLPI_LOGIN_USER_TOKEN",
                    "token");
            assertRefused(
                    () -> way.run(glpi.initSession().credentials(SERVER.basic()).authSource("ldap-4711")),
                    401,
                    "ERROR_GLPI_LOGIN",
                    "password");
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongAppTokenIsReported(Way way) {
        try (GlpiClient glpi = way.client(SERVER.url())
                .appToken("surplus-or-wrong")
                .credentials(SERVER.userToken())
                .build()) {
            assertRefused(() -> way.run(glpi.initSession()), 400, "ERROR_WRONG_APP_TOKEN_PARAMETER", "App-Token");
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownSessionTokenIsReported(Way way) {
        try (GlpiClient glpi = SERVER.client(way).build()) {
            assertRefused(
                    () -> way.run(glpi.session("nosuchsession").getFullSession()),
                    401,
                    "ERROR_SESSION_TOKEN_INVALID",
                    "Session");
        }
    }

    @ParameterizedTest
    @EnumSource
    void baseUrlWorksWithAndWithoutItsLastSegment(Way way) {
        String own = SERVER.url().replaceAll("/$", "");
        String root = own.replaceAll("/(apirest\\.php|api\\.php/v1)$", "");
        for (String url : new String[] {root, root + "/", own, own + "/"}) {
            GlpiClientBuilder builder = way.client(url).credentials(SERVER.userToken());
            SERVER.appToken().ifPresent(builder::appToken);
            try (GlpiClient glpi = builder.build()) {
                String token = way.run(glpi.initSession()).sessionToken();
                way.run(glpi.session(token).killSession());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void loginDoesNotEndAnotherSession(Way way) {
        try (GlpiClient glpi =
                SERVER.client(way).credentials(SERVER.userToken()).build()) {
            GlpiSession first = glpi.session(way.run(glpi.initSession()).sessionToken());
            GlpiSession second = glpi.session(way.run(glpi.initSession()).sessionToken());
            way.run(first.getFullSession());
            way.run(first.killSession());
            way.run(second.getFullSession());
            way.run(second.killSession());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nonAsciiCredentialsAndColonsAreSentCorrectly(Way way) {
        FakeGlpi fake = SERVER.needing("accounts with such passwords");
        try (GlpiClient glpi = SERVER.client(way).build()) {
            for (Credentials credentials : new Credentials[] {
                Credentials.basic("jürgen", "pässwörd €ÿ"), Credentials.basic("api-reader", "Reader:with:colons")
            }) {
                way.run(glpi.initSession().credentials(credentials));
            }
        }
        assertThat(fake.loginCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void encryptedTokensAreSentUnchanged(Way way) {
        SERVER.needing("encrypted session tokens").turnOn(GlpiSwitch.ENCRYPTED_TOKENS);
        try (GlpiClient glpi =
                SERVER.client(way).credentials(SERVER.userToken()).build()) {
            String token = way.run(glpi.initSession()).sessionToken();
            assertThat(token).hasSizeGreaterThanOrEqualTo(120);
            way.run(glpi.session(token).getFullSession());
            way.run(glpi.session(token).killSession());
        }
    }

    @ParameterizedTest
    @EnumSource
    void expiredPasswordLogsInAndIsReported(Way way) {
        SERVER.needing("an account whose password has expired");
        try (GlpiClient glpi = SERVER.client(way).build()) {
            FullSession session = way.run(glpi.initSession()
                            .credentials(Credentials.basic("password-expired", "password-expired"))
                            .fullSession())
                    .fullSession()
                    .orElseThrow();
            assertThat(session.passwordExpired()).isTrue();
            assertThat(session.activeProfileId()).isEmpty();
            assertThat(session.profiles()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void accountsThatCannotLogInAreRefused(Way way) {
        SERVER.needing("inactive, expired and profile-less accounts");
        try (GlpiClient glpi = SERVER.client(way).build()) {
            for (String login : new String[] {"disabled", "expired", "no-profile"}) {
                assertRefused(
                        () -> way.run(glpi.initSession().credentials(Credentials.basic(login, login))),
                        401,
                        "ERROR_GLPI_LOGIN",
                        "inactive");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void missingAppTokenIsReportedAndTheRightOneWorks(Way way) {
        SERVER.needing("an API client with an App-Token")
                .apiClients(ApiClient.of("app").withAppToken("right-app-token"));
        try (GlpiClient without =
                        way.client(SERVER.url()).credentials(SERVER.userToken()).build();
                GlpiClient with = way.client(SERVER.url())
                        .credentials(SERVER.userToken())
                        .appToken("right-app-token")
                        .build()) {
            assertRefused(() -> way.run(without.initSession()), 400, "ERROR_APP_TOKEN_PARAMETERS_MISSING", "App-Token");
            GlpiSession session = with.session(way.run(with.initSession()).sessionToken());
            way.run(session.getFullSession());
            way.run(session.killSession());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachSwitchIsReportedByItsError(Way way) {
        FakeGlpi fake = SERVER.needing("switches of the server");
        try (GlpiClient glpi = SERVER.client(way).build()) {
            fake.turnOn(GlpiSwitch.API_OFF);
            assertRefused(
                    () -> way.run(glpi.initSession().credentials(SERVER.userToken())), 400, "ERROR", "Enable Rest API");
            fake.turnOff(GlpiSwitch.API_OFF);

            fake.turnOn(GlpiSwitch.IP_NOT_ALLOWED);
            assertRefused(
                    () -> way.run(glpi.initSession().credentials(SERVER.userToken())),
                    400,
                    "ERROR_NOT_ALLOWED_IP",
                    "IP filter");
            fake.turnOff(GlpiSwitch.IP_NOT_ALLOWED);

            fake.turnOn(GlpiSwitch.CREDENTIALS_OFF);
            assertRefused(
                    () -> way.run(glpi.initSession().credentials(SERVER.basic())),
                    400,
                    "ERROR_LOGIN_WITH_CREDENTIALS_DISABLED",
                    "user tokens only");
            fake.turnOff(GlpiSwitch.CREDENTIALS_OFF);

            fake.turnOn(GlpiSwitch.USER_TOKENS_OFF);
            assertRefused(
                    () -> way.run(glpi.initSession().credentials(SERVER.userToken())),
                    401,
                    "ERROR_GLPI_LOGIN_USER_TOKEN",
                    "is off");
        }
    }

    @ParameterizedTest
    @EnumSource
    void strippedAuthorizationIsReportedAndTheBodyWorks(Way way) {
        SERVER.needing("a web server that drops Authorization").turnOn(GlpiSwitch.AUTHORIZATION_STRIPPED);
        try (GlpiClient byHeader =
                        SERVER.client(way).credentials(SERVER.basic()).build();
                GlpiClient byBody = SERVER.client(way)
                        .credentials(SERVER.basic())
                        .credentialsInBody()
                        .build()) {
            assertRefused(
                    () -> way.run(byHeader.initSession()),
                    400,
                    "ERROR_LOGIN_PARAMETERS_MISSING",
                    "credentialsInBody()");
            assertThat(way.run(byBody.initSession()).sessionToken()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void strippedSessionTokenIsReported(Way way) {
        SERVER.needing("a proxy that drops Session-Token").turnOn(GlpiSwitch.SESSION_TOKEN_STRIPPED);
        try (GlpiClient glpi = SERVER.client(way).credentials(SERVER.basic()).build()) {
            String token = way.run(glpi.initSession()).sessionToken();
            assertRefused(
                    () -> way.run(glpi.session(token).getFullSession()),
                    400,
                    "ERROR_SESSION_TOKEN_MISSING",
                    "proxy may strip it");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesInsteadOfJsonAreExplained(Way way) {
        FakeGlpi fake = SERVER.needing("maintenance mode and a broken web server");
        try (GlpiClient glpi = SERVER.client(way).credentials(SERVER.basic()).build()) {
            fake.turnOn(GlpiSwitch.MAINTENANCE);
            assertThatThrownBy(() -> way.run(glpi.initSession()))
                    .isInstanceOf(GlpiProtocolException.class)
                    .hasMessageContaining("maintenance mode");
            fake.turnOff(GlpiSwitch.MAINTENANCE);
            fake.turnOn(GlpiSwitch.PATH_INFO_LOST);
            assertThatThrownBy(() -> way.run(glpi.initSession()))
                    .isInstanceOf(GlpiProtocolException.class)
                    .hasMessageContaining("PATH_INFO");
        }
        try (GlpiClient elsewhere = way.client(SERVER.url().replace("/apirest.php", "/nowhere"))
                .credentials(SERVER.basic())
                .build()) {
            assertThatThrownBy(() -> way.run(elsewhere.initSession()))
                    .isInstanceOfSatisfying(
                            GlpiProtocolException.class,
                            e -> assertThat(e.status()).isEqualTo(404))
                    .hasMessageContaining("Base URL");
        }
    }

    @ParameterizedTest
    @EnumSource
    void worksWithTheApiPathOfGlpi11(Way way) {
        FakeGlpi fake = SERVER.needing("the address that the API has since GLPI 11");
        try (GlpiClient glpi =
                way.client(fake.apiV1Url()).credentials(SERVER.basic()).build()) {
            assertThat(way.run(glpi.initSession()).sessionToken()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneClientChecksManyLogins(Way way) {
        FakeGlpi fake = SERVER.needing("several accounts with known passwords");
        try (GlpiClient glpi = SERVER.client(way).build()) {
            for (String login : new String[] {"glpi", "password-expired"}) {
                way.run(glpi.initSession().credentials(Credentials.basic(login, login)));
            }
            assertThatThrownBy(() -> way.run(glpi.initSession().credentials(Credentials.basic("nobody", "nobody"))))
                    .isExactlyInstanceOf(GlpiAuthenticationException.class);
        }
        assertThat(fake.loginCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void diagnoseFindsTheFault(Way way) {
        try (GlpiClient good =
                        SERVER.client(way).credentials(SERVER.userToken()).build();
                GlpiClient wrong = SERVER.client(way)
                        .credentials(Credentials.userToken("nope"))
                        .build()) {
            assertThat(way.run(good.diagnose()).checks())
                    .isNotEmpty()
                    .noneMatch(check -> check.result() == Diagnosis.Result.FAILED);
            assertThat(way.run(wrong.diagnose()).checks())
                    .filteredOn(check -> check.result() == Diagnosis.Result.FAILED)
                    .singleElement()
                    .satisfies(check -> assertThat(check.fix()).contains("token"));
        }
    }
}
