package io.github.glpi4j.transport.tck;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.glpi4j.transport.RequestNotSentException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The table of expected outcomes: what goes wrong → the exact failure class, whether the request was sent, and what
 * becomes of the connection. All transports meet all of it. Where a row tells what the server answers, {@link
 * FailureContract} plays it; the other rows need a scene of their own.
 */
enum Fault {
    // Before the request
    REFUSED(ConnectException.class, Sent.NO, Connection.NONE),
    UNREACHABLE(ConnectException.class, Sent.NO, Connection.NONE),
    ABORTED_WHILE_CONNECTING(RequestNotSentException.class, Sent.NO, Connection.NONE),
    UNKNOWN_HOST(UnknownHostException.class, Sent.NO, Connection.NONE),
    NO_TLS(SSLException.class, Sent.NO, Connection.CLOSED),
    UNTRUSTED_CERTIFICATE(SSLException.class, Sent.NO, Connection.CLOSED),
    CERTIFICATE_OF_ANOTHER_HOST(SSLException.class, Sent.NO, Connection.CLOSED),
    EXPIRED_CERTIFICATE(SSLException.class, Sent.NO, Connection.CLOSED),
    OLD_TLS(SSLException.class, Sent.NO, Connection.CLOSED),
    CLOSES_IN_HANDSHAKE(SSLException.class, Sent.NO, Connection.CLOSED),
    RESETS_IN_HANDSHAKE(SSLException.class, Sent.NO, Connection.CLOSED),
    SILENT_IN_HANDSHAKE(ConnectException.class, Sent.NO, Connection.CLOSED),
    ABORTED_IN_HANDSHAKE(RequestNotSentException.class, Sent.NO, Connection.CLOSED),
    CLIENT_CERTIFICATE_MISSING(SSLException.class, Sent.NO, Connection.CLOSED),

    // TLS after the handshake, when the request may be under way
    /** TLS 1.3 asks for it in the handshake, but says that it got none only afterwards. */
    CLIENT_CERTIFICATE_MISSED_LATE(IOException.class, Sent.YES, Connection.CLOSED),
    BROKEN_RECORD_BEFORE_THE_ANSWER(IOException.class, Sent.YES, Connection.CLOSED),
    BROKEN_RECORD_IN_THE_ANSWER(IOException.class, Sent.YES, Connection.CLOSED),

    // By way of a proxy
    PROXY_IS_DOWN(ConnectException.class, Sent.NO, Connection.NONE),
    PROXY_REFUSES_THE_TUNNEL(ConnectException.class, Sent.NO, Connection.CLOSED),
    PROXY_CLOSES(ConnectException.class, Sent.NO, Connection.CLOSED),
    PROXY_SPEAKS_NO_HTTP(ConnectException.class, Sent.NO, Connection.CLOSED),
    PROXY_IS_SILENT(ConnectException.class, Sent.NO, Connection.CLOSED),
    ABORTED_IN_TUNNEL_SETUP(RequestNotSentException.class, Sent.NO, Connection.CLOSED),

    // Before its turn
    ABORTED_BEFORE_THE_START(RequestNotSentException.class, Sent.NO, Connection.NONE),
    ABORTED_IN_THE_QUEUE(RequestNotSentException.class, Sent.NO, Connection.NONE),
    CLOSED_BEFORE_THE_START(RequestNotSentException.class, Sent.NO, Connection.NONE),
    CLOSED_IN_THE_QUEUE(RequestNotSentException.class, Sent.NO, Connection.NONE),

    // While the answer is waited for or arrives
    ABORTED_IN_FLIGHT(IOException.class, Sent.YES, Connection.CLOSED),
    CLOSED_IN_FLIGHT(IOException.class, Sent.YES, Connection.CLOSED),

    FILE_BECAME_LONGER(IOException.class, Sent.YES, Connection.CLOSED),
    FILE_BECAME_SHORTER(IOException.class, Sent.YES, Connection.CLOSED),
    FILE_IS_GONE(IOException.class, Sent.YES, Connection.CLOSED),

    CLOSES_BEFORE_THE_ANSWER("", End.CLOSE),
    RESETS_BEFORE_THE_ANSWER("", End.RESET),
    SPEAKS_NO_HTTP("SSH-2.0-OpenSSH_9.2p1 Debian\r\n\r\n", End.CLOSE),
    SPEAKS_BINARY(new String(Bytes.counting(2_000), ISO_8859_1), End.CLOSE),
    SPEAKS_ANOTHER_VERSION("HTTQ/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", End.CLOSE),
    STATUS_IS_NO_NUMBER("HTTP/1.1 two OK\r\nContent-Length: 0\r\n\r\n", End.CLOSE),
    CLOSES_IN_STATUS_LINE("HTTP/1.1 200", End.CLOSE),
    CLOSES_AFTER_STATUS_LINE("HTTP/1.1 200 OK\r\n", End.CLOSE),
    CLOSES_IN_HEADERS("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-A: b", End.CLOSE),
    RESETS_IN_HEADERS("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-A: b", End.RESET),
    CLOSES_AFTER_HEADERS("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-A: b\r\n", End.CLOSE),
    INTERIM_AS_THE_ANSWER("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", End.CLOSE),
    CONTINUE_AS_THE_ANSWER("HTTP/1.1 100 Continue\r\n\r\n", End.CLOSE),
    UPGRADE_AS_THE_ANSWER("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n", End.CLOSE),
    CLOSES_AFTER_INTERIM("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\n", End.CLOSE),
    RESETS_AFTER_INTERIM("HTTP/1.1 100 Continue\r\n\r\n", End.RESET),
    LENGTH_IS_NO_NUMBER("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n1234567890", End.CLOSE),
    LENGTH_IS_NEGATIVE("HTTP/1.1 200 OK\r\nContent-Length: -10\r\n\r\n1234567890", End.CLOSE),
    LENGTHS_DIFFER("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n123456", End.CLOSE),
    STATUS_LINE_TOO_LONG("HTTP/1.1 200 " + "O".repeat(70_000) + "\r\nContent-Length: 0\r\n\r\n", End.CLOSE),
    HEADER_TOO_LONG("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-A: " + "b".repeat(70_000) + "\r\n\r\n", End.CLOSE),
    HEADERS_TOO_MANY(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + ("X-A: " + "b".repeat(93) + "\r\n").repeat(700) + "\r\n",
            End.CLOSE),
    CLOSES_IN_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345", End.CLOSE),
    CLOSES_BEFORE_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", End.CLOSE),
    RESETS_IN_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345", End.RESET),
    CLOSES_IN_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123", End.CLOSE),
    RESETS_IN_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123", End.RESET),
    CLOSES_IN_CHUNK_SIZE("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n1", End.CLOSE),
    CLOSES_BETWEEN_CHUNKS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n", End.CLOSE),
    RESETS_BETWEEN_CHUNKS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n", End.RESET),
    CHUNK_SIZE_IS_NEGATIVE("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n12345\r\n0\r\n\r\n", End.CLOSE),
    CHUNK_SIZE_IS_NO_NUMBER(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n12345\r\n0\r\n\r\n", End.CLOSE);

    /** GLPI sends it with every file, and with nothing else. */
    static final String NAMED = "Content-Disposition: attachment; filename=\"note.txt\"\r\n";

    /** Whether a byte of the request may have left. */
    enum Sent {
        YES,
        NO
    }

    /** What becomes of the connection that the exchange used. */
    enum Connection {
        NONE,
        CLOSED,
        KEPT
    }

    /** How the server ends the connection after what it wrote. */
    private enum End {
        CLOSE,
        RESET
    }

    private final Class<? extends IOException> failure;
    private final Sent sent;
    private final Connection connection;
    private final @Nullable String answer;
    private final @Nullable End end;

    /** A server that writes this and ends. */
    Fault(String answer, End end) {
        this(IOException.class, Sent.YES, Connection.CLOSED, answer, end);
    }

    Fault(Class<? extends IOException> failure, Sent sent, Connection connection) {
        this(failure, sent, connection, null, null);
    }

    Fault(
            Class<? extends IOException> failure,
            Sent sent,
            Connection connection,
            @Nullable String answer,
            @Nullable End end) {
        this.failure = failure;
        this.sent = sent;
        this.connection = connection;
        this.answer = answer;
        this.end = end;
    }

    boolean isPlayedByTheServer() {
        return answer != null;
    }

    void play(ServerConnection connection) throws IOException {
        if (answer == null) {
            throw new IllegalStateException(this + " needs a scene of its own");
        }
        write(connection, answer);
    }

    /** As {@link #play}, by a server that names what it sends, so that it is a file. */
    void playFile(ServerConnection connection) throws IOException {
        write(connection, String.valueOf(answer).replaceFirst("200 OK\r\n", "200 OK\r\n" + NAMED));
    }

    private void write(ServerConnection connection, String bytes) throws IOException {
        connection.write(bytes);
        if (end == End.RESET) {
            connection.reset();
        }
        connection.close();
    }

    Sent sent() {
        return sent;
    }

    Connection connection() {
        return connection;
    }

    /** Checks how an exchange ended that met this fault. */
    void isTold(Outcome outcome) {
        outcome.failedWith(failure);
    }
}
