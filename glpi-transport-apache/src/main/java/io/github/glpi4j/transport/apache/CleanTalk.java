package io.github.glpi4j.transport.apache;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Never lets bytes that nobody asked for become the next answer: a connection with bytes behind a whole answer is not
 * kept, and one on which some arrived later is not written to.
 */
class CleanTalk extends HttpRequestExecutor {

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        if (hasArrivals(connection)) {
            throw new IOException("the connection held bytes that nobody asked for"); // it is closed by the engine
        }
        ClassicHttpResponse answer = super.execute(request, connection, callback, context);
        if (answer instanceof Head head) {
            HttpEntity body = answer.getEntity();
            if (body == null) {
                closeUnlessClean(head, connection);
            } else {
                answer.setEntity(new Watched(body, head, connection));
            }
        }
        return answer;
    }

    /** Looks without waiting. Within TLS it sees what is decrypted already. */
    private static boolean hasArrivals(HttpClientConnection connection) throws IOException {
        Socket socket = connection instanceof ManagedHttpClientConnection managed ? managed.getSocket() : null;
        return socket != null && socket.getInputStream().available() > 0;
    }

    private static void closeUnlessClean(Head head, HttpClientConnection connection) {
        if (head.hasBytesBehind()) {
            connection.close(CloseMode.IMMEDIATE);
        }
    }

    /** Looks at the end of a body, before the engine gives the connection back. */
    private static final class Watched extends HttpEntityWrapper {

        private final Head head;
        private final HttpClientConnection connection;

        Watched(HttpEntity body, Head head, HttpClientConnection connection) {
            super(body);
            this.head = head;
            this.connection = connection;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                @Override
                public int read() throws IOException {
                    return checked(super.read());
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    return checked(super.read(bytes, offset, length));
                }
            };
        }

        private int checked(int read) {
            if (read < 0) {
                closeUnlessClean(head, connection);
            }
            return read;
        }
    }
}
