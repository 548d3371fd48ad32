package io.github.glpi4j.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    @Test
    void namesIgnoreCaseAndValuesKeepTheirOrder() {
        Headers headers = Headers.of("Set-Cookie", "a", "X", "b", "set-cookie", "c");
        assertThat(headers.allValues("SET-COOKIE")).containsExactly("a", "c");
        assertThat(headers.firstValue("x")).contains("b");
        assertThat(headers.firstValue("y")).isEmpty();
        assertThat(headers.size()).isEqualTo(3);
        assertThat(Headers.none().size()).isZero();
    }

    @Test
    void whatWasBuiltStaysAsItIs() {
        Headers.Builder builder = Headers.builder();
        Headers none = builder.build();
        Headers one = builder.add("A", "1").build();
        for (int i = 0; i < 100; i++) {
            builder.add("B" + i, "2");
        }
        assertThat(none.size()).isZero();
        assertThat(one).hasToString("[A]");
        assertThat(one.firstValue("B0")).isEmpty();
        assertThat(builder.build().size()).isEqualTo(101);
        assertThat(builder.build().firstValue("B99")).contains("2");
    }

    @Test
    void valuesAreNotShown() {
        assertThat(Headers.of("App-Token", "canary")).hasToString("[App-Token]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "ä", "a\r"})
    void aNameIsAToken(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Headers.of(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\r\nX: y", "canary\n", "canary\0"})
    void aValueStaysOnItsLineAndOutOfTheMessage(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.of("Name", value))
                .withMessageContaining("Name")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "initSession", "/a b", "/ä", "/a\r\nX: y", "/a\u007f"})
    void aRequestTargetIsVisibleAscii(String target) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TransportRequest.of("GET", URI.create("http://h"), target, Headers.none(), RequestBody.none()));
    }

    @Test
    void aRequestShowsMethodAndPathOnly() {
        assertThat(TransportRequest.of(
                        "GET", URI.create("http://h"), "/a?canary", Headers.of("A", "canary"), RequestBody.none()))
                .hasToString("GET /a");
    }
}
