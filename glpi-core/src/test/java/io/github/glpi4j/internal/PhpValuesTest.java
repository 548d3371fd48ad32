package io.github.glpi4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.JsonValues;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number is read exactly or not at all. */
class PhpValuesTest {

    private static @Nullable Object decoded(String json) throws IOException {
        var parser = Json.MAPPER.createParser(json);
        parser.nextToken();
        return JsonValues.read(parser);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "'\"7\"', 7",
        "-1, -1",
        "7.0, 7",
        "7e2, 700",
        "9223372036854775807, 9223372036854775807",
        "'\"9223372036854775807\"', 9223372036854775807",
    })
    void wholeNumbersInRangeAreRead(String json, long number) throws IOException {
        assertThat(PhpValues.number(decoded(json))).hasValue(number);
        assertThat(PhpValues.id(decoded(json), "a row")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18446744073709551621", // 2^64 + 5
                "\"18446744073709551621\"",
                "9223372036854775808",
                "7.9",
                "\"7.9\"",
                "-0.5",
                "1e300",
                "true",
                "null",
                "\"\"",
                "\"seven\"",
                "[7]",
            })
    void allElseIsNoNumber(String json) throws IOException {
        Object value = decoded(json);
        assertThat(PhpValues.number(value)).isEmpty();
        assertThatThrownBy(() -> PhpValues.id(value, "a row"))
                .isInstanceOf(UnexpectedJsonException.class)
                .hasMessageContaining("a row");
    }

    @Test
    void notANumberIsNone() {
        assertThat(PhpValues.number(Double.NaN)).isEmpty();
    }
}
