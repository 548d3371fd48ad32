package io.github.glpi4j.transport.apache;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Exchange;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Target;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More than fits into the memory, each way; run it with a small heap. */
@Tag("heavy")
@Timeout(300)
class HeavyBodiesTest {

    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    private Path folder;

    private final ApacheTransport transport = ApacheTransport.create();
    private final ServerSocket server;

    HeavyBodiesTest() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @BeforeEach
    void the_heap_is_smaller() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(GIBIBYTE);
    }

    @AfterEach
    void close() throws IOException {
        transport.close();
        server.close();
    }

    @Test
    void a_gibibyte_goes_up() throws Exception {
        Path file = folder.resolve("sparse");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(GIBIBYTE);
        }
        FutureTask<Long> received = serve((in, out) -> {
            in.skipNBytes(GIBIBYTE - 1);
            long bytes = GIBIBYTE - 1 + (in.read() < 0 ? 0 : 1);
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            return bytes;
        });

        TransportResponse answer = transport.exchange(request("POST", RequestBody.of(file)), new IntoFile(folder));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo(GIBIBYTE);
    }

    @Test
    void a_gibibyte_comes_down() throws Exception {
        Path file = folder.resolve("content");
        FutureTask<Long> sent = serve((in, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + GIBIBYTE + "\r\n\r\n").getBytes(US_ASCII));
            byte[] block = new byte[1 << 20];
            for (long left = GIBIBYTE; left > 0; left -= block.length) {
                out.write(block);
            }
            return GIBIBYTE;
        });

        TransportResponse answer = transport.exchange(request("GET", RequestBody.none()), new IntoFile(file));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(sent.get(10, TimeUnit.SECONDS)).isEqualTo(GIBIBYTE);
        assertThat(Files.size(file)).isEqualTo(GIBIBYTE);
    }

    private TransportRequest request(String method, RequestBody body) {
        URI origin = URI.create("http://127.0.0.1:" + server.getLocalPort());
        return TransportRequest.of(method, origin, "/", Headers.none(), body);
    }

    /** Serves one connection, after the headers of its first request. */
    private FutureTask<Long> serve(Script script) {
        FutureTask<Long> task = new FutureTask<>(() -> {
            try (Socket socket = server.accept();
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                    OutputStream out = socket.getOutputStream()) {
                skipHeaders(in);
                return script.play(in, out);
            }
        });
        new Thread(task, "heavy-server").start();
        return task;
    }

    private static void skipHeaders(InputStream in) throws IOException {
        int last = 0;
        while (last != ('\r' << 24 | '\n' << 16 | '\r' << 8 | '\n')) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            last = last << 8 | next;
        }
    }

    private interface Script {
        long play(InputStream in, OutputStream out) throws IOException;
    }

    /** The library's side: nobody aborts, and the body goes into a file. */
    private record IntoFile(Path file) implements Exchange {

        @Override
        public void onAbort(Runnable abort) {}

        @Override
        public Target target(int status, Headers headers) {
            return new Target() {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    try (FileChannel channel =
                            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                        channel.write(ByteBuffer.wrap(bytes, offset, length));
                    }
                }

                @Override
                public TransportResponse response() {
                    return TransportResponse.of(status, headers, ByteBuffer.allocate(0));
                }
            };
        }
    }
}
