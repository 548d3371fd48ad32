package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.item.Item;
import io.github.glpi4j.transport.TransportRequest;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text of items is the same whatever version stored it: decoded where GLPI encodes it, and only there. */
@Timeout(60)
class ItemTextTest {

    /** Typed as it is here, by someone who writes about HTML. */
    private static final String PLAIN = "R&D <lab> &amp; &#60;";

    /** As GLPI 9.5 shows it, which leaves the ampersand. */
    private static final String OF_95 = "R&D &lt;lab&gt; &amp; &#60;";

    /** As GLPI 10 shows what it does not decode itself. */
    private static final String OF_10 = "R&#38;D &#60;lab&#62; &#38;amp; &#38;#60;";

    static List<Arguments> versions() {
        return List.of(
                Arguments.of("9.5.13", "<lab> & co", "&lt;lab&gt; & co", "&lt;lab&gt; & co"),
                Arguments.of("10.0.19", PLAIN, PLAIN, OF_10),
                Arguments.of("10.0.19", "&lt;p&gt;", "&lt;p&gt;", "&#38;lt;p&#38;gt;"),
                Arguments.of("11.0.6", PLAIN, PLAIN, PLAIN),
                Arguments.of("11.0.6", OF_95, OF_95, OF_95),
                Arguments.of("11.0.6", OF_10, OF_10, OF_10));
    }

    private static String reply(TransportRequest request, String version, String field, String nested) {
        if (request.target().contains("getGlpiConfig")) {
            return "{\"cfg_glpi\":{\"version\":\"" + version + "\"}}";
        }
        String item = "{\"id\":1,\"name\":\"" + field + "\",\"_notes\":[{\"id\":2,\"content\":\"" + nested
                + "\"}],\"_map\":{\"a\":\"" + nested + "\",\"n\":null}}";
        return request.target().contains("/Computer/1") ? item : "[" + item + "," + item.replace(":1,", ":3,") + "]";
    }

    @ParameterizedTest
    @MethodSource("versions")
    void textIsWhatWasTyped(String version, String typed, String field, String nested) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            StubGlpi glpi = StubGlpi.replying(
                    request -> StubGlpi.response(200, StubGlpi.JSON, reply(request, version, field, nested)));
            GlpiClient client = GlpiClient.builder("http://localhost")
                    .listener(new RecordingListener())
                    .transport(way.transport(glpi))
                    .build();
            assertDecoded(way.run(client.session("session").items("Computer").get(1)), typed);
            assertThat(way.run(client.session("session").items("Computer").list())
                            .rows())
                    .hasSize(2)
                    .allSatisfy(item -> assertDecoded(item, typed));
            assertThat(glpi.requests().stream()
                            .filter(request -> request.target().contains("getGlpiConfig")))
                    .as("the version is asked for once, if at all")
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static void assertDecoded(Item item, String typed) {
        assertThat(item.text("name")).contains(typed);
        assertThat(item.items("_notes").get(0).text("content")).contains(typed);
        assertThat(item.map("_map")).containsEntry("a", typed).containsEntry("n", null);
        assertThat(item.json()).contains(typed.substring(0, 3));
    }
}
