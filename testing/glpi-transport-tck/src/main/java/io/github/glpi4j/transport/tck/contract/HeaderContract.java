package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Headers are transferred unchanged in both directions, and hardly any are added. Headers with the same name keep their
 * order; the order of different names and the case of a name mean nothing in HTTP (RFC 9110 §5.3).
 */
public abstract class HeaderContract extends TransportContract {

    /** The only headers that a transport may add, since HTTP or an engine requires them. */
    private static final Set<String> UNAVOIDABLE = Set.of("host", "content-length", "connection");

    /** The library always sends one, so that engines do not add their own. */
    private static final String USER_AGENT = "User-Agent: glpi4j";

    /** For the transport's own test class. */
    protected HeaderContract() {}

    @Test
    void sendsAllHeaders() {
        List<String> given = List.of(
                USER_AGENT,
                "X-Many: 1",
                "App-Token: abc",
                "x-many: 2",
                "Content-Type: application/json",
                "X-MANY: 3",
                "Accept: application/json",
                "X-Last: z");

        assertThat(withoutUnavoidable(send("POST", given))).isEqualTo(byName(given));
    }

    @Test
    void sendsValuesExactly() {
        List<String> given = List.of(
                USER_AGENT,
                "Authorization: Basic Z2xwaTpnbHBp==",
                "X-Empty: ",
                "X-Inner: a  b\tc",
                "X-Signs: \"q\", 'p'; x=1; \\ % + / : ~ {}[]<>",
                "X-Long: " + "v".repeat(4_000));

        assertThat(withoutUnavoidable(send("GET", given))).isEqualTo(byName(given));
    }

    @Test
    void sendsHeadersThatEnginesLikeToSetUnchanged() {
        List<String> given = List.of(
                USER_AGENT,
                "Accept: application/json",
                "Accept-Encoding: gzip",
                "Accept-Language: en-GB",
                "Cookie: a=b",
                "Cache-Control: no-cache");

        assertThat(withoutUnavoidable(send("GET", given))).isEqualTo(byName(given));
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void addsOnlyUnavoidableHeaders(String method) {
        ReceivedRequest received = send(method, List.of(USER_AGENT));

        assertThat(withoutUnavoidable(received)).isEqualTo(byName(List.of(USER_AGENT)));
        assertThat(received.headers().allValues("Host")).as("header Host").hasSize(1);
        assertThat(received.headers().allValues("Connection"))
                .as("header Connection")
                .hasSizeLessThan(2)
                .doesNotContain("close", "Upgrade");
    }

    @Test
    void namesTheServerInHost() {
        RawServer server = serve(RawResponse.ok());

        call(open(), get(server, "/")).response();

        assertThat(server.requests().get(0).headers().allValues("Host"))
                .as("header Host")
                .containsExactly(server.authority());
    }

    @Test
    void deliversAllHeaders() {
        RawServer server = serve(RawResponse.of(200)
                .header("Date", "Tue, 24 Nov 2026 00:00:00 GMT")
                .header("Set-Cookie", "a=1; path=/")
                .header("X-Many", "1, 2")
                .header("set-cookie", "b=2; HttpOnly")
                .header("Content-Range", "0-49/200")
                .header("X-MANY", "3")
                .body(new byte[] {1}));
        PendingExchange pending = start(open(), get(server, "/"));

        Headers headers = soon(pending).response().headers();

        List<String> sent = List.of(
                "Date: Tue, 24 Nov 2026 00:00:00 GMT",
                "Set-Cookie: a=1; path=/",
                "X-Many: 1, 2",
                "set-cookie: b=2; HttpOnly",
                "Content-Range: 0-49/200",
                "X-MANY: 3",
                "Content-Length: 1");
        assertThat(byName(lines(headers))).isEqualTo(byName(sent));
        assertThat(byName(lines(pending.exchange().sinks().get(0).headers()))).isEqualTo(byName(sent));
    }

    @Test
    void deliversValuesExactly() {
        String signs = "\"q\", 'p'; x=1; \\ % + / : ~ {}[]<>  a  b";
        RawServer server = serve(RawResponse.of(200)
                .header("X-Signs", signs)
                .header("X-Empty", "")
                .header("X-Blanks", "  \t v \t ")
                .header("X-Long", "v".repeat(8_000))
                .body(new byte[0]));

        TransportResponse response = call(open(), get(server, "/")).response();

        assertThat(response.headers().allValues("x-signs")).as("header x-signs").containsExactly(signs);
        assertThat(response.headers().allValues("x-empty")).as("header x-empty").containsExactly("");
        assertThat(response.headers().allValues("x-blanks"))
                .as("header x-blanks")
                .containsExactly("v");
        assertThat(response.headers().allValues("x-long")).as("header x-long").containsExactly("v".repeat(8_000));
    }

    @Test
    void findsHeadersInAnyCase() {
        RawServer server = serve(RawResponse.of(200)
                .header("content-TYPE", "text/html")
                .header("x-a", "1")
                .header("X-A", "2")
                .body(new byte[0]));

        Headers headers = call(open(), get(server, "/")).response().headers();

        assertThat(headers.firstValue("Content-Type")).as("header Content-Type").contains("text/html");
        assertThat(headers.allValues("X-a")).as("header X-a").containsExactly("1", "2");
    }

    @Test
    void keepsNoCookies() {
        RawServer server = serve(
                RawResponse.of(200).header("Set-Cookie", "glpi=secret; path=/").body(new byte[0]));
        Transport transport = open();

        call(transport, get(server, "/")).response();
        call(transport, get(server, "/")).response();

        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(received -> assertThat(received.headers().allValues("Cookie"))
                        .as("header Cookie")
                        .isEmpty());
    }

    private ReceivedRequest send(String method, List<String> lines) {
        RawServer server = serve(RawResponse.ok());
        Headers.Builder headers = Headers.builder();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            headers.add(line.substring(0, colon), line.substring(colon + 2));
        }
        call(open(), TransportRequest.of(method, server.origin(), "/", headers.build(), RequestBody.none()))
                .response();
        return server.requests().get(0);
    }

    private static Map<String, List<String>> withoutUnavoidable(ReceivedRequest received) {
        Map<String, List<String>> fields = byName(lines(received.headers()));
        fields.keySet().removeAll(UNAVOIDABLE);
        return fields;
    }

    private static List<String> lines(Headers headers) {
        List<String> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        return lines;
    }

    /** Groups values by name in lower case, in order. */
    private static Map<String, List<String>> byName(List<String> lines) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            fields.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 2));
        }
        return fields;
    }
}
