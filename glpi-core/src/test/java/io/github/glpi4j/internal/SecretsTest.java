package io.github.glpi4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.internal.redaction.Redactor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private final Redactor secrets = Redactor.of(List.of("p&ä/\"x y", "dG9rZW4=", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain p&ä/\"x y!",
                "base64 cCbDpC8ieCB5!",
                "form p%26%C3%A4%2F%22x+y!",
                "path p%26%C3%A4%2F%22x%20y!",
                "html p&amp;ä/&quot;x y!",
                "json p&ä/\\\"x y!",
                "php p&\\u00e4\\/\\\"x y!",
                "latin1 p&Ã¤/\"x y!",
                "header Basic dG9rZW4=!",
                "again ZEc5clpXND0=!",
            })
    void blanksEveryFormInWhichASecretTravels(String text) {
        String word = text.substring(0, text.indexOf(' '));
        assertThat(secrets.redact(text)).startsWith(word).endsWith("***!").hasSizeLessThan(word.length() + 12);
    }

    @Test
    void leavesOtherTextAlone() {
        assertThat(secrets.redact("Incorrect username or password")).isEqualTo("Incorrect username or password");
    }

    @Test
    void aFailureThatQuotesASecretIsReplaced() {
        IOException quoting = new IOException("broke", new IllegalArgumentException("bad line: dG9rZW4="));
        Throwable shown = secrets.redact(quoting);
        assertThat(shown).hasNoCause().hasMessageContaining("broke");
        IOException harmless = new IOException("broke", new IllegalArgumentException("bad line"));
        assertThat(secrets.redact(harmless)).isSameAs(harmless);
    }
}
