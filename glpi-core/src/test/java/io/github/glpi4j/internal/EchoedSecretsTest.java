package io.github.glpi4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.internal.redaction.Redactor;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in each encoding in which servers echo them, and in mixtures, cut anywhere. */
class EchoedSecretsTest {

    private static final String ALPHABET = "abcXYZ0189-._~!*'();:@&=+$,/?#[]% \"<>\\^`{|}äßé€😀";

    /** One way to write a text. */
    enum Encoding {
        LITERAL(text -> text),
        URLENCODE(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
        RAWURLENCODE(text -> URLENCODE.write(text).replace("+", "%20")),
        LOWER_HEX_URL(text -> everyByte(text, "%%%02x")),
        ESCAPE(text -> everyUnit(text, c -> c < 0x100 ? String.format("%%%02X", c) : String.format("%%u%04X", c))),
        NAMED(text -> text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;")
                .replace("/", "&sol;")
                .replace("ä", "&auml;")),
        DECIMAL(text -> everyCodePoint(text, "&#%d;")),
        HEXADECIMAL(text -> everyCodePoint(text, "&#x%x;")),
        PADDED(text -> everyCodePoint(text, "&#%07d;")),
        GLPI(text -> text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")),
        JSON(text -> everyUnit(text, c -> c == '"' || c == '\\' || c == '/' ? "\\" + (char) c : ascii(c, "\\u%04x"))),
        JAVASCRIPT(text -> everyUnit(text, c -> c < 0x100 ? String.format("\\x%02X", c) : ascii(c, "\\u%04X"))),
        ADDSLASHES(text -> text.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "\\'")),
        MISREAD(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)),
        LOST(text -> new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)),
        BASE64(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
        BASE64_URL(text -> Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));

        @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
        private final UnaryOperator<String> writer;

        Encoding(UnaryOperator<String> writer) {
            this.writer = writer;
        }

        String write(String text) {
            return writer.apply(text);
        }
    }

    private static String everyByte(String text, String format) {
        StringBuilder written = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            written.append(String.format(format, b));
        }
        return written.toString();
    }

    private static String everyUnit(String text, IntFunction<String> writer) {
        StringBuilder written = new StringBuilder();
        text.chars().mapToObj(writer).forEach(written::append);
        return written.toString();
    }

    private static String everyCodePoint(String text, String format) {
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(c -> written.append(String.format(format, c)));
        return written.toString();
    }

    private static String ascii(int c, String format) {
        return c < 0x80 ? String.valueOf((char) c) : String.format(format, c);
    }

    @ParameterizedTest
    @EnumSource
    void areBlankedInEachEncodingAndAnyTwo(Encoding inner) {
        String secret = "Canary/pä\"s+s&w%41r<d>1'x 2\\";
        Redactor secrets = Redactor.of(List.of(secret));
        for (Encoding outer : Encoding.values()) {
            if (inner.name().startsWith("BASE64") || !outer.name().startsWith("BASE64")) {
                String echo = outer.write(inner.write(secret));
                if (!outer.name().startsWith("BASE64")) {
                    assertThat(secrets.redact("echo: [" + echo + "] end"))
                            .as("%s in %s: %s", inner, outer, echo)
                            .isEqualTo("echo: [***] end");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomSecretsInRandomEncodingsCutAnywhere(long round) {
        long seed = round == 1 ? 42 : Long.getLong("glpi4j.fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String secret = randomSecret(random);
            Encoding inner = pick(random);
            Encoding outer = inner.name().startsWith("BASE64") ? Encoding.URLENCODE : pick(random);
            if (outer.name().startsWith("BASE64")) {
                outer = Encoding.LITERAL;
            }
            String echo = outer.write(inner.write(secret));
            String cut = echo.substring(0, random.nextInt(echo.length()) + 1);
            String shown = Redactor.of(List.of(secret)).redact("[" + echo + "] and [" + cut);
            String allowed = shown.replace("***", "");
            assertThat(allowed)
                    .as("seed %d, %s in %s, secret %s, shown %s", seed, inner, outer, secret, shown)
                    .startsWith("[] and [");
            String four = secret.substring(0, secret.offsetByCodePoints(0, 4));
            assertThat(allowed.length())
                    .as("seed %d: %s in %s, secret %s, cut %s, shown %s", seed, inner, outer, secret, cut, shown)
                    .isLessThanOrEqualTo(
                            "[] and [".length() + outer.write(inner.write(four)).length());
            assertThat(shown).as("seed %d", seed).doesNotContain(echo);
        }
    }

    /** Found by chance: the cut is within the escape of a low surrogate, whose characters are escaped themselves. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "BASE64.*")
    void aSurrogateMayBeCutInTwo(Encoding outer) {
        String secret = "|>€€-)@)😀";
        String echo = outer.write(Encoding.ESCAPE.write(secret));
        int most = outer.write(Encoding.ESCAPE.write("|>€€")).length();
        for (int cut = most + 1; cut < echo.length(); cut++) {
            String shown = Redactor.of(List.of(secret)).redact("echo " + echo.substring(0, cut));
            assertThat(shown).isEqualTo("echo ***");
        }
    }

    private static Encoding pick(Random random) {
        return Encoding.values()[random.nextInt(Encoding.values().length)];
    }

    private static String randomSecret(Random random) {
        int[] all = ALPHABET.codePoints().toArray();
        StringBuilder secret = new StringBuilder();
        int length = 8 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            secret.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return secret.toString();
    }

    @Test
    void areBlankedAsAPartOfABase64Text() {
        String secret = "Canary-password";
        for (int before = 0; before < 7; before++) {
            String text = "x".repeat(before) + secret + "more";
            String echo = Encoding.BASE64.write(text);
            String shown = Redactor.of(List.of(secret)).redact("Basic " + echo);
            assertThat(shown).as(echo).contains("***").hasSizeLessThan("Basic ".length() + before * 2 + 3 + 14);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "...", "…", "...)", "&hellip;", "%", "&#"})
    void noMoreThanThreeCharactersAreSeenAtACut(String end) {
        String secret = "ab1cd2ef3gh4ij5kl6mn7op8qr9st0uv1wx2yz3a";
        for (int length = 1; length < secret.length(); length++) {
            String shown = Redactor.of(List.of(secret)).redact("token " + secret.substring(0, length) + end);
            assertThat(shown).doesNotContain(secret.substring(0, 4));
        }
    }

    @Test
    void shortSecretsAreBlankedAsWordsOnly() {
        Redactor secrets = Redactor.of(List.of("ab"));
        assertThat(secrets.redact("about ab, 'ab' %22ab%22 cab")).isEqualTo("about ***, '***' %22***%22 cab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session_token seems invalid",
                "parameter session_token is missing or empty; view documentation in your browser",
                "ERROR_SESSION_TOKEN_INVALID",
                "le \"session_token\" est manquant",
                "Invalid id: 7",
                "Your session token has expired.",
                "100 % & more + C:\\glpi\\x",
            })
    void ordinaryTextsStay(String text) {
        assertThat(Redactor.of(List.of("p&ä/\"x y", "abcdefgh")).redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "array(1) {\n  [\"session_token\"]=>\n  string(26) \"canary\"",
                "Array ( [session_token] => canary )",
                "<session_token>canary</session_token>",
                "<SessionToken type='x'>canary",
                "{&#34;session_token&#34;:&#34;canary&#34;}",
                "{\\u0022session_token\\u0022:\\u0022canary",
                "{\"sessionToken\":\"canary\"}",
                "session-token: canary",
                "Session-Token canary1",
                "Session_Token=canary",
                "s:13:\"session_token\";s:26:\"canary\";",
                "session%5Ftoken%3Dcanary",
                "sessio\\u006e_token=canary",
                "Set-Cookie: glpi_1=canary; path=/",
                "PHPSESSID=canary",
                "valid_id&quot;:&quot;canary",
            })
    void aTokenThatTheResponseGivesOutIsBlanked(String text) {
        assertThat(Redactor.NONE.redact("before " + text)).startsWith("before ").doesNotContain("canary");
        assertThat(Redactor.NONE.redactLogin("before " + text))
                .startsWith("before ")
                .doesNotContain("canary");
    }

    @Test
    void causesAndSuppressedExceptionsAreLookedThrough() {
        Redactor secrets = Redactor.of(List.of("canary-secret"));
        IOException outer = new IOException("broke");
        IOException inner = new IOException("inner", outer);
        outer.initCause(inner);
        assertThat(secrets.redact(outer)).isSameAs(outer);
        inner.addSuppressed(new IllegalStateException("line: " + Encoding.LOWER_HEX_URL.write("canary-secret")));
        assertThat(secrets.redact(outer)).isNotSameAs(outer).hasNoCause().hasMessageContaining("broke");
        assertThat(String.valueOf(secrets.redact(new IOException("x".repeat(100_000)))))
                .hasSizeLessThan(1100);
    }

    /** Three megabytes would take hours if each position looked at all that follows. */
    @Test
    void longTextsAreCutFirst() {
        Redactor secrets = Redactor.of(List.of("a".repeat(200) + "b", "\\".repeat(40), "%".repeat(40)));
        for (String piece : List.of("a", "\\", "%25", "&amp;", "&#", "session_", "+", "&#0000000000", "%u00")) {
            String shown = secrets.redact(piece.repeat(3_000_000 / piece.length()));
            assertThat(shown.length()).as(piece).isLessThanOrEqualTo(Redactor.MAX_LENGTH + 3);
        }
    }
}
