package io.github.glpi4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://host, https://host/apirest.php",
        "https://host/gerät, https://host/ger%C3%A4t/apirest.php",
        "https://host/ger%C3%A4t, https://host/ger%C3%A4t/apirest.php",
        "https://host/, https://host/apirest.php",
        "HTTPS://Host:443/, https://host/apirest.php",
        "http://host:80, http://host/apirest.php",
        "http://host:8080//glpi//, http://host:8080/glpi/apirest.php",
        "https://host/glpi, https://host/glpi/apirest.php",
        "https://host/a/b/, https://host/a/b/apirest.php",
        "https://host/apirest.php, https://host/apirest.php",
        "https://host/glpi/apirest.php/, https://host/glpi/apirest.php",
        "https://host/api, https://host/api",
        "https://host/glpi/api/, https://host/glpi/api",
        "https://host/api.php/v1, https://host/api.php/v1",
        "https://host/glpi/api.php/v1/, https://host/glpi/api.php/v1",
        "https://host/x/../glpi/./, https://host/glpi/apirest.php",
        "https://host/a%20b, https://host/a%20b/apirest.php",
        "'  https://host/glpi ', https://host/glpi/apirest.php",
        "http://[::1]:81/, http://[::1]:81/apirest.php",
    })
    void understandsWhatPeoplePaste(String pasted, String normalised) {
        assertThat(BaseUrl.parse(pasted)).hasToString(normalised);
    }

    @ParameterizedTest
    @CsvSource({
        "host.example.org, http://",
        "'', http://",
        "ftp://host, http://",
        "https:///glpi, host",
        "https://, no URL",
        "https://ho st/, no URL",
        "https://my_host/, not valid",
        "https://host:0/, not valid",
        "https://host:99999/, not valid",
        "https://glpi:canary@host/, user-info",
        "https://host/?x=canary, query",
        "https://host/#canary, fragment",
        "https://glpi:can ary@host/, no URL",
        "https://host/api.php, high-level",
        "https://host/api.php/v2.1, high-level",
        "https://host/apirest.php/initSession, endpoint",
    })
    void saysWhatIsWrong(String pasted, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.parse(pasted))
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
    }
}
