package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Applications return models from controllers: mappers without modules and settings can serialize them. */
@Timeout(120)
class JsonMappersTest {

    private enum Mapper {
        JACKSON_2 {
            @Override
            String write(Object value) throws Exception {
                return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
            }

            @Override
            <T> T read(String json, Class<T> type) throws Exception {
                return new com.fasterxml.jackson.databind.ObjectMapper().readValue(json, type);
            }
        },
        JACKSON_3 {
            @Override
            String write(Object value) {
                return new tools.jackson.databind.ObjectMapper().writeValueAsString(value);
            }

            @Override
            <T> T read(String json, Class<T> type) {
                return new tools.jackson.databind.ObjectMapper().readValue(json, type);
            }
        };

        abstract String write(Object value) throws Exception;

        abstract <T> T read(String json, Class<T> type) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void modelsOfResponses(Mapper mapper) throws Exception {
        try (FakeGlpi fake = FakeGlpi.start();
                GlpiClient glpi = GlpiClient.builder(fake.url())
                        .listener(new CheckingListener())
                        .transport("apache")
                        .credentials(Credentials.basic("glpi", "glpi"))
                        .build()) {
            InitSessionResponse opened = glpi.initSession().fullSession().execute();
            FullSession session = opened.fullSession().orElseThrow();

            assertThat(mapper.write(opened))
                    .startsWith("{\"fullSession\":{\"values\":{")
                    .contains("\"glpiname\":\"glpi\"")
                    .doesNotContain(opened.sessionToken());
            assertThat(mapper.write(session)).doesNotContain(opened.sessionToken());
            assertThat(mapper.read(mapper.write(session), FullSession.class)).isEqualTo(session);
            glpi.session(opened).killSession().execute();

            ActiveProfile profile = glpi.session().getActiveProfile().execute();
            assertThat(mapper.read(mapper.write(profile), ActiveProfile.class)).isEqualTo(profile);
            assertThat(mapper.write(glpi.session().getMyProfiles().execute()))
                    .contains("\"name\":\"Super-Admin\"", "\"entities\":[{", "\"recursive\":true");
            assertThat(mapper.write(glpi.session().getMyEntities().execute())).contains("\"id\":0");
            assertThat(mapper.write(glpi.session().getActiveEntities().execute()))
                    .contains("\"id\":0", "\"ids\":[0");
            assertThat(mapper.write(glpi.session().getGlpiConfig().execute())).contains("\"version\":");
            assertThat(mapper.write(glpi.diagnose().execute())).contains("\"name\":\"app-token\"", "\"healthy\":true");
        }
    }

    @ParameterizedTest
    @EnumSource
    void secretsAreMasked(Mapper mapper) throws Exception {
        Map<String, Object> values = Map.of(
                "valid_id", "canary-1",
                "glpicsrftokens", Map.of("canary-2", 1),
                "basic_auth_password", "canary-3",
                "plugin_api_key", "canary-4",
                "password_min_length", "8",
                "enable_api_login_external_token", "1");
        for (Object model : List.of(FullSession.of(values), new FullSession(values), GlpiConfig.of(values))) {
            assertThat(mapper.write(model))
                    .contains("***", "\"password_min_length\":\"8\"", "\"enable_api_login_external_token\":\"1\"")
                    .doesNotContain("canary");
        }
        assertThat(mapper.write(InitSessionResponse.of("canary", null))).isEqualTo("{\"fullSession\":null}");
    }

    @ParameterizedTest
    @EnumSource
    void tuples(Mapper mapper) throws Exception {
        assertThat(mapper.write(new ActiveEntities(OptionalLong.empty(), true, List.of(3L))))
                .contains("\"id\":null", "\"recursive\":true", "\"ids\":[3]");
        assertThat(mapper.write(new UploadedDocument(7, "a.txt"))).contains("\"id\":7", "\"fileName\":\"a.txt\"");
        assertThat(mapper.write(new DownloadedDocument(Path.of("/tmp/a.txt"), "a.txt", "text/plain")))
                .contains("/tmp/a.txt", "\"contentType\":\"text/plain\"");
        assertThat(mapper.write(
                        Diagnosis.of(List.of(new Diagnosis.Check("tcp", Diagnosis.Result.FAILED, "no", "start it")))))
                .contains("\"name\":\"tcp\"", "\"fix\":\"start it\"", "\"healthy\":false");
    }
}
