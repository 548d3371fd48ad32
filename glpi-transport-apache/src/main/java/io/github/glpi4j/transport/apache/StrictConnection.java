package io.github.glpi4j.transport.apache;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * A connection that never delivers a response to the wrong request. It is stale as soon as it holds unsolicited bytes,
 * whether in HttpClient's buffer, decrypted by TLS, or on the socket below TLS.
 *
 * <p>HttpClient's own connection only checks whether it has been closed. Bytes read by that check become the next
 * response.
 */
final class StrictConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    /** After this idle time, checking whether the server has closed the connection is worth a millisecond. */
    private static final long VALIDATE_AFTER_IDLE = Duration.ofSeconds(1).toNanos();

    private final StrictResponseParser parser;
    private final int maxLineBytes;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long idleSince;

    StrictConnection(int maxHeaderBytes) {
        this(maxHeaderBytes, new StrictResponseParser(maxHeaderBytes));
    }

    private StrictConnection(int maxHeaderBytes, StrictResponseParser parser) {
        super(Http1Config.DEFAULT, null, null, null, null, null, ignored -> parser);
        this.parser = parser;
        this.maxLineBytes = maxHeaderBytes;
    }

    /** Called before each reuse of the connection. */
    @Override
    public boolean isStale() {
        SocketHolder holder = getSocketHolder();
        if (holder == null || parser.hasUnreadBytes()) {
            return true;
        }
        try {
            // Encrypted bytes on an idle connection may be anything. They are not session tickets, which servers send
            // before their first response.
            Socket base = holder.getBaseSocket();
            return hasAvailableBytes()
                    || base.getInputStream().available() > 0
                    || (System.nanoTime() - idleSince > VALIDATE_AFTER_IDLE && hasEnded(base));
        } catch (IOException e) {
            return true;
        }
    }

    /** {@return whether there are decrypted or plain bytes to read} */
    boolean hasAvailableBytes() throws IOException {
        SocketHolder holder = getSocketHolder();
        return holder != null && holder.getInputStream().available() > 0;
    }

    /** Closes the connection if it holds surplus bytes; called at the end of a response. */
    void closeUnlessClean() {
        if (parser.hasUnreadBytes()) {
            close(CloseMode.IMMEDIATE);
        }
    }

    private static boolean hasEnded(Socket socket) throws IOException {
        int timeout = socket.getSoTimeout();
        socket.setSoTimeout(1);
        try {
            socket.getInputStream().read();
            return true; // closed, or with unsolicited bytes
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(timeout);
        }
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream in) {
        return new Body(
                length == ContentLengthStrategy.CHUNKED
                        ? new StrictChunkedInputStream(buffer, in, maxLineBytes)
                        : super.createContentInputStream(length, buffer, in));
    }

    @Override
    public void bind(SocketHolder holder) throws IOException {
        if (closed.get()) {
            holder.getSocket().close();
            throw new InterruptedIOException("the connection was closed while connecting");
        }
        super.bind(holder);
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            super.close();
        }
    }

    @Override
    public void close(CloseMode mode) {
        if (closed.compareAndSet(false, true)) {
            super.close(mode);
        }
    }

    @Override
    public void passivate() {
        idleSince = System.nanoTime();
    }

    @Override
    public void activate() {}

    /** Checks for surplus bytes after a body, before HttpClient releases the connection. */
    private final class Body extends FilterInputStream {

        Body(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return checked(super.read(bytes, offset, length));
        }

        private int checked(int read) {
            if (read < 0) {
                closeUnlessClean();
            }
            return read;
        }
    }
}
