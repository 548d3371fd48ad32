package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private final StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, "{\"session_token\":\"t\"}");

    private String sent(Credentials credentials) {
        try (GlpiClient client = glpi.client().build()) {
            client.initSession().credentials(credentials).execute();
        }
        return glpi.onlyRequest().headers().firstValue("Authorization").orElseThrow();
    }

    private void resetPassword(String token, String password) {
        try (GlpiClient client = glpi.client().build()) {
            assertThat(client.lostPassword(token, password)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "glpi, glpi, Z2xwaTpnbHBp",
        "api-reader, Reader:with:colons, YXBpLXJlYWRlcjpSZWFkZXI6d2l0aDpjb2xvbnM=",
        "jürgen, pässwörd €ÿ, asO8cmdlbjpww6Rzc3fDtnJkIOKCrMO/",
    })
    void basicIsTheBase64OfTheUtf8Bytes(String login, String password, String base64) {
        assertThat(sent(Credentials.basic(login, password))).isEqualTo("Basic " + base64);
    }

    @Test
    void basicCarriesCharactersOutsideTheBasicPlane() {
        String sent = sent(Credentials.basic("a", "🔑"));
        assertThat(new String(Base64.getDecoder().decode(sent.substring("Basic ".length())), StandardCharsets.UTF_8))
                .isEqualTo("a:🔑");
    }

    @Test
    void userTokenIsSentWithExactlyOneSpace() {
        assertThat(sent(Credentials.userToken("abc"))).isEqualTo("user_token abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "false", "0", "a\rb", "a\nb", "a\0b", "\ud83d", "a\udd11b"})
    void whatGlpiCannotReadIsRefusedWithoutShowingIt(String value) {
        for (Runnable attempt : List.<Runnable>of(
                () -> Credentials.basic(value, "secret"),
                () -> Credentials.basic("login", value),
                () -> Credentials.userToken(value),
                () -> resetPassword("token", value),
                () -> resetPassword(value, "secret"))) {
            assertThatIllegalArgumentException().isThrownBy(attempt::run).satisfies(e -> {
                if (value.length() > 2 && value.charAt(0) == 'a') {
                    assertThat(e.getMessage()).doesNotContain(value);
                }
            });
        }
    }

    @Test
    void wordsThatOnlyLookLikeBooleansPass() {
        assertThat(sent(Credentials.basic("True", "FALSE"))).isNotEmpty();
    }

    @Test
    void aColonInTheLoginIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.basic("a:b", "c"))
                .withMessageContaining("colon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", " a", "a\t", "tökén"})
    void aUserTokenIsVisibleAscii(String token) {
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.userToken(token));
    }

    @Test
    void nothingShowsASecret() {
        assertThat(List.of(
                        Credentials.basic("canary", "canary"),
                        Credentials.userToken("canary"),
                        Credentials.supplier(() -> Credentials.userToken("canary"))))
                .allSatisfy(credentials -> assertThat(credentials.toString()).doesNotContain("canary"));
    }

    @ParameterizedTest
    @EnumSource
    void aSupplierIsAskedAtEachLogin(StubGlpi.Way way) {
        AtomicInteger asked = new AtomicInteger();
        Credentials supplied = Credentials.supplier(() -> Credentials.userToken("token" + asked.incrementAndGet()));
        try (GlpiClient client = glpi.client(way).credentials(supplied).build()) {
            way.run(client.initSession());
            way.run(client.initSession());
        }
        assertThat(glpi.requests())
                .extracting(
                        request -> request.headers().firstValue("Authorization").orElseThrow())
                .containsExactly("user_token token1", "user_token token2");
    }

    @ParameterizedTest
    @EnumSource
    void aSupplierMayAnswerLater(StubGlpi.Way way) {
        CompletableFuture<Credentials> later = new CompletableFuture<>();
        Thread answering = new Thread(() -> later.complete(Credentials.userToken("late")));
        try (GlpiClient client = glpi.client(way)
                .credentials(Credentials.asyncSupplier(() -> {
                    answering.start();
                    return later;
                }))
                .build()) {
            way.run(client.initSession());
        }
        assertThat(glpi.onlyRequest().headers().firstValue("Authorization")).contains("user_token late");
    }

    @ParameterizedTest
    @EnumSource
    void aSupplierThatFailsIsAConfigurationError(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way)
                .credentials(Credentials.supplier(() -> {
                    throw new IllegalStateException("vault is sealed");
                }))
                .build()) {
            assertThatThrownBy(() -> way.run(client.initSession()))
                    .isExactlyInstanceOf(GlpiConfigurationException.class)
                    .hasRootCauseMessage("vault is sealed");
        }
        assertThat(glpi.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noCredentialsIsAConfigurationError(StubGlpi.Way way) {
        try (GlpiClient client = GlpiClient.builder("http://localhost")
                .transport(way.transport(glpi))
                .build()) {
            assertThatThrownBy(() -> way.run(client.initSession()))
                    .isExactlyInstanceOf(GlpiConfigurationException.class)
                    .hasMessageContaining("credentials");
        }
        assertThat(glpi.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSupplierThatSuppliesItselfEndsInAClearError(StubGlpi.Way way) {
        AtomicReference<Credentials> itself = new AtomicReference<>(Credentials.userToken("unused"));
        Credentials endless = Credentials.supplier(itself::get);
        itself.set(endless);
        try (GlpiClient client = glpi.client(way).credentials(endless).build()) {
            assertThatThrownBy(() -> way.run(client.initSession()))
                    .isExactlyInstanceOf(GlpiConfigurationException.class)
                    .hasMessageContaining("supplier of credentials");
        }
        assertThat(glpi.requests()).isEmpty();
    }
}
