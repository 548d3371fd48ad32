package io.github.glpi4j.transport.tck.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The body of a response arrives complete and unchanged with any framing, and its connection is reused. */
public abstract class ResponseContract extends TransportContract {

    private static final int TEN_MB = 10_000_000;

    /** For the transport's own test class. */
    protected ResponseContract() {}

    @Test
    void emptyWithLength() {
        assertDelivered(new byte[0], RawResponse.of(200).body(new byte[0]));
    }

    @Test
    void emptyInChunks() {
        assertDelivered(new byte[0], RawResponse.of(200).chunked(new byte[0], 1));
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {204, 304})
    void noneByItsStatus(int status) {
        assertDelivered(new byte[0], RawResponse.of(status).head());
    }

    /** RFC 9110 §8.6: a 304 may contain the length that a 200 would have had. */
    @Test
    void noneForA304WithALength() {
        assertDelivered(
                new byte[0],
                RawResponse.of(304).header("Content-Length", "1234").head());
    }

    @Test
    void allByteValues() {
        assertDelivered(Bytes.counting(256), RawResponse.of(200).body(Bytes.counting(256)));
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {1, 7, 8_192})
    void chunksOfSize(int size) {
        byte[] body = Bytes.counting(20_000);
        assertDelivered(body, RawResponse.of(200).chunked(body, size));
    }

    @Test
    void chunksWithExtensionsAndTrailers() {
        String chunks = "000A;name=value\r\n0123456789\r\na;q=\"x\"\r\nabcdefghij\r\n0;last\r\nX-T: 1\r\n\r\n";
        byte[] response = RawResponse.of(200)
                .header("Transfer-Encoding", "chunked")
                .header("Trailer", "X-T")
                .followedBy(chunks.getBytes(UTF_8));
        assertDelivered("0123456789abcdefghij".getBytes(UTF_8), response);
    }

    @Test
    void tenMegabytesWithLength() {
        byte[] body = Bytes.counting(TEN_MB);
        assertDelivered(body, RawResponse.of(200).body(body));
    }

    @Test
    void tenMegabytesInChunks() {
        byte[] body = Bytes.counting(TEN_MB);
        assertDelivered(body, RawResponse.of(200).chunked(body, 60_000));
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n"})
    void untilTheServerCloses(String head) {
        byte[] body = Bytes.counting(100_000);
        RawServer server = serve((request, connection) -> {
            connection.write(head);
            connection.write(body);
            connection.close();
        });
        Transport transport = open();

        assertThat(call(transport, get(server, "/")).body()).isEqualTo(body);
        assertThat(call(transport, get(server, "/")).body()).isEqualTo(body);
        assertThat(server.accepted()).as("connections to the server").isEqualTo(2);
    }

    @Test
    void arrivingByteByByte() {
        byte[] response = RawResponse.of(200).header("X-A", "b").chunked("slow".getBytes(UTF_8), 2);
        Gate pace = new Gate();
        RawServer server = serve((request, connection) -> {
            for (byte each : response) {
                connection.write(new byte[] {each});
                pace.opensWithin(Duration.ofMillis(2));
            }
        });

        assertThat(call(open(), get(server, "/")).body()).isEqualTo("slow".getBytes(UTF_8));
    }

    /** The library decodes, since one engine accepted a truncated gzip body. */
    @Test
    void stillEncodedWithGzip() {
        byte[] packed = Bytes.gzip("[]".repeat(1_000).getBytes(UTF_8));
        byte[] response = RawResponse.of(200).header("Content-Encoding", "gzip").body(packed);
        RawServer server = serve(response);

        Outcome outcome = call(open(), get(server, "/"));

        assertThat(outcome.body()).isEqualTo(packed);
        assertThat(outcome.response().headers().allValues("Content-Encoding"))
                .as("header Content-Encoding")
                .containsExactly("gzip");
        assertThat(outcome.response().headers().allValues("Content-Length"))
                .as("header Content-Length")
                .containsExactly(String.valueOf(packed.length));
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "br", "zstd", "nonsense"})
    void unchangedForAnyEncoding(String encoding) {
        byte[] body = Bytes.counting(300);
        assertDelivered(
                body, RawResponse.of(200).header("Content-Encoding", encoding).body(body));
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {200, 204, 500})
    void goesToOneSinkFromOneThread(int status) {
        byte[] response = status == 204
                ? RawResponse.of(204).head()
                : RawResponse.of(status).chunked(Bytes.counting(200_000), 1_000);
        RawServer server = serve(response);
        PendingExchange pending = start(open(), get(server, "/"));

        soon(pending).response();

        assertThat(pending.exchange().sinks())
                .as("responseStarted() is called once")
                .hasSize(1)
                .allSatisfy(sink -> assertThat(sink.violations())
                        .as("rules of ResponseSink that were broken")
                        .isEmpty());
    }

    private void assertDelivered(byte[] body, byte[] response) {
        RawServer server = serve(response);
        Transport transport = open();

        assertThat(call(transport, get(server, "/")).body()).isEqualTo(body);
        assertThat(call(transport, get(server, "/")).body()).isEqualTo(body);
        assertThat(server.accepted()).as("connections").isEqualTo(1);
    }
}
