package io.github.glpi4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.SessionContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be sent is refused before anything is, and is not repeated by the refusal. */
class InputTest {

    /** What an environment variable that is not set gives to code without null checks. */
    @SuppressWarnings("NullAway")
    private static final String NULL = null;

    /** Every argument that ends in a header or in the address of a request. */
    private enum Argument {
        APP_TOKEN,
        USER_TOKEN,
        LOGIN,
        PASSWORD,
        LANGUAGE,
        HEADER_NAME,
        HEADER_VALUE,
        SESSION_TOKEN,
        AUTH_SOURCE,
        FILE_NAME,
        BASE_URL,
        HOST;

        Object use(StubGlpi stub, String value) {
            return switch (this) {
                case APP_TOKEN -> stub.client().appToken(value);
                case USER_TOKEN -> Credentials.userToken(value);
                case LOGIN -> Credentials.basic(value, "password");
                case PASSWORD -> Credentials.basic("login", value);
                case LANGUAGE -> stub.client().acceptLanguage(value);
                case HEADER_NAME -> stub.client().header(value, () -> "v");
                case HEADER_VALUE ->
                    stub.client()
                            .header("X-Gateway", () -> value)
                            .build()
                            .initSession()
                            .execute();
                case SESSION_TOKEN -> stub.client().build().session(value);
                case AUTH_SOURCE -> stub.client().build().initSession().authSource(value);
                case FILE_NAME -> stub.client().build().session().documents().upload(value, new byte[] {1});
                case BASE_URL -> GlpiClient.builder("http://localhost/" + value);
                case HOST -> GlpiClient.builder("http://" + value + "/glpi");
            };
        }
    }

    private static final List<String> NEVER =
            List.of("secret\rvalue", "secret\nvalue", "secret\0value", "secret\ud83d");

    static Stream<Arguments> bad() {
        return Arrays.stream(Argument.values())
                .flatMap(argument -> NEVER.stream().map(value -> Arguments.of(argument, value)));
    }

    static Stream<Argument> limited() {
        return Arrays.stream(Argument.values());
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatNoHeaderCanHoldIsRefused(Argument argument, String value) {
        assertRefused(argument, value);
    }

    @ParameterizedTest
    @MethodSource("limited")
    void whatNoServerTakesIsRefused(Argument argument) {
        assertRefused(argument, "secretvalue".repeat(10_000));
    }

    private static void assertRefused(Argument argument, String value) {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, "{\"session_token\":\"t\"}");
        assertThatThrownBy(() -> argument.use(stub, value))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .doesNotContain("secret")
                        .hasSizeLessThan(300))
                .hasNoCause();
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void aLoginThatIsTooLongOnlyInBase64IsRefused() {
        assertThatThrownBy(() -> Credentials.basic("login", "ü".repeat(4_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8000");
    }

    static Stream<Arguments> nulls() {
        return Stream.of(
                Arguments.of("base URL", (ThrowingCallable) () -> GlpiClient.builder(NULL)),
                Arguments.of("App-Token", (ThrowingCallable)
                        () -> StubGlpi.answering(200, "", "").client().appToken(NULL)),
                Arguments.of("user token", (ThrowingCallable) () -> Credentials.userToken(NULL)),
                Arguments.of("login", (ThrowingCallable) () -> Credentials.basic(NULL, "password")),
                Arguments.of("password", (ThrowingCallable) () -> Credentials.basic("login", NULL)));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void nullNamesTheArgumentAndTheLikelyCause(String argument, ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("the " + argument + " is null")
                .hasMessageContaining("environment variable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{canary0123456789}",
                "\"canary0123456789\"",
                "'canary0123456789'",
                "<canary0123456789>",
                "user_token:canary0123456789",
                "user_token canary0123456789",
                "user_token=canary0123456789",
                "App-Token: canary0123456789",
                "Authorization:user_token",
            })
    void tokensCopiedWithMoreAroundThemAreRefused(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.userToken(token))
                .withMessageContaining("letters and digits alone")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubGlpi.answering(200, "", "").client().appToken(token))
                .withMessageContaining("letters and digits alone");
    }

    @Test
    void newPasswordGoesWithTheAddressWhereGlpiWantsIt() throws IOException {
        StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, "[\"Reset password successful.\"]");
        try (GlpiClient client = glpi.client().build()) {
            client.lostPassword("jdoe@example.org", "0123abc", "new password").execute();
        }
        assertThat(new String(glpi.onlyRequest().body().openStream().readAllBytes(), UTF_8))
                .isEqualTo("{\"password_forget_token\":\"0123abc\",\"password\":\"new password\","
                        + "\"email\":\"jdoe@example.org\"}");
    }

    @Test
    void idsThatNoRowHasAreRefused() {
        assertThatThrownBy(() -> SessionContext.defaults().withProfile(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionContext.defaults().withProfile(4).withEntity(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
