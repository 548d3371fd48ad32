package io.github.glpi4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.glpi4j.internal.http.BaseUrl;
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
        "http://[::ffff:127.0.0.1]:81/, http://127.0.0.1:81/apirest.php",
        "http://[::FFFF:7f00:1]/, http://127.0.0.1/apirest.php",
        "https://glpi_app:8080/, https://glpi_app:8080/apirest.php",
        "https://my_host.example.org, https://my_host.example.org/apirest.php",
        "https://glpi.müller.example/glpi, https://glpi.xn--mller-kva.example/glpi/apirest.php",
        "https://host/glpi - copy/apirest.php, https://host/glpi%20-%20copy/apirest.php",
        "https://host/glpi/ApiRest.php, https://host/glpi/ApiRest.php",
        "https://host/index.php/apirest.php, https://host/index.php/apirest.php",
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
        "https://, no host",
        "https://ho st/, not valid",
        "https://-host/, not valid",
        "https://ho..st/, not valid",
        "https://[::g]/, not valid",
        "https://[fe80::1%eth0]/, zone",
        "https://host:port/, not valid",
        "https://host/gl\\pi, path",
        "https://host:0/, not valid",
        "https://host:99999/, not valid",
        "https://glpi:canary@host/, user-info",
        "https://glpi:canary/4@host, user-info",
        "https://glpi:canary?4@host, user-info",
        "https://glpi:canary#4@host, user-info",
        "https://canary:12345/x@host, user-info",
        "https://host/?x=canary, query",
        "https://host/#canary, fragment",
        "https://glpi:can ary@host/, user-info",
        "https://glpi:canary@host/, Authorization",
        "https://host/api.php, high-level",
        "https://host/api.php/v2.1, high-level",
        "https://host/apirest.php/initSession, endpoint initSession",
        "https://host/apirest.php/initSession/, endpoint initSession",
        "https://host/api.php/v1/initSession, endpoint initSession",
        "https://host/api/initSession, endpoint initSession",
        "https://host/glpi/initSession, endpoint initSession",
        "https://host/apirest.php/Computer, endpoint such as Computer",
        "https://host/api.php/v1/Computer, endpoint such as Computer",
        "https://host/apirest.php/apirest.php, must end with apirest.php",
        "https://host/glpi/front/central.php, page (…/central.php)",
        "https://host/glpi/index.php, page",
        "https://host/glpi/index.php/x, page",
        "https://host/apirest.php\u200b, U+200B",
        "https://host/initSession?user_token=canary, query",
    })
    void saysWhatIsWrong(String pasted, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.parse(pasted))
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
    }
}
