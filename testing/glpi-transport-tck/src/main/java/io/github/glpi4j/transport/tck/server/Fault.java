package io.github.glpi4j.transport.tck.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.tck.client.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The table of expected outcomes: the fault, the exact class of the failure, and whether the request may have been
 * sent. It applies to all transports. No connection is used again after a fault. A server plays the faults that have a
 * response; each of the others has its own case.
 */
public enum Fault {
    // Before the request
    /** Nothing listens on the port. */
    REFUSED(ConnectException.class, Sent.NO),
    /** The server does not answer the connect, up to the connect timeout. */
    UNREACHABLE(ConnectException.class, Sent.NO),
    /** Aborted before the connection is open. */
    ABORTED_WHILE_CONNECTING(RequestNotSentException.class, Sent.NO),
    /** The host name does not resolve. */
    UNKNOWN_HOST(UnknownHostException.class, Sent.NO),
    /** The server speaks plain HTTP where TLS is expected. */
    NO_TLS(SSLException.class, Sent.NO),
    /** No trusted authority signed the certificate. */
    UNTRUSTED_CERTIFICATE(SSLException.class, Sent.NO),
    /** The certificate is of another host. */
    CERTIFICATE_OF_ANOTHER_HOST(SSLException.class, Sent.NO),
    /** The certificate has expired. */
    EXPIRED_CERTIFICATE(SSLException.class, Sent.NO),
    /** The server supports nothing above TLS 1.1. */
    OLD_TLS(SSLException.class, Sent.NO),
    /** The server closes the connection in the TLS handshake. */
    CLOSES_IN_HANDSHAKE(SSLException.class, Sent.NO),
    /** The server resets the connection in the TLS handshake. */
    RESETS_IN_HANDSHAKE(SSLException.class, Sent.NO),
    /** The server does not answer in the TLS handshake, up to the connect timeout. */
    SILENT_IN_HANDSHAKE(ConnectException.class, Sent.NO),
    /** Aborted in the TLS handshake. */
    ABORTED_IN_HANDSHAKE(RequestNotSentException.class, Sent.NO),
    /** The server requires a client certificate, in TLS 1.2. */
    CLIENT_CERTIFICATE_MISSING(SSLException.class, Sent.NO),

    // TLS after the handshake, when the request may have been sent
    /** The server requires a client certificate, in TLS 1.3, which reports a missing one only after the handshake. */
    CLIENT_CERTIFICATE_REJECTED_LATE(IOException.class, Sent.YES),
    /** A TLS record cannot be decrypted, before any byte of the response. */
    BROKEN_RECORD_BEFORE_THE_RESPONSE(IOException.class, Sent.YES),
    /** A TLS record cannot be decrypted, in the middle of the response. */
    BROKEN_RECORD_IN_THE_RESPONSE(IOException.class, Sent.YES),

    // Through a proxy
    /** Nothing listens on the port of the proxy. */
    PROXY_IS_DOWN(ConnectException.class, Sent.NO),
    /** The proxy answers CONNECT with an error status. */
    PROXY_REFUSES_THE_TUNNEL(ConnectException.class, Sent.NO),
    /** The proxy closes the connection after CONNECT. */
    PROXY_CLOSES(ConnectException.class, Sent.NO),
    /** The proxy answers CONNECT with something other than HTTP. */
    PROXY_SPEAKS_NO_HTTP(ConnectException.class, Sent.NO),
    /** The proxy does not answer CONNECT, up to the connect timeout. */
    PROXY_IS_SILENT(ConnectException.class, Sent.NO),
    /** Aborted before the proxy has answered CONNECT. */
    ABORTED_IN_TUNNEL_SETUP(RequestNotSentException.class, Sent.NO),

    // Before a connection is available
    /** Aborted before the transport is called. */
    ABORTED_BEFORE_THE_START(RequestNotSentException.class, Sent.NO),
    /** Aborted while waiting for a free connection. */
    ABORTED_IN_THE_QUEUE(RequestNotSentException.class, Sent.NO),
    /** The transport is closed before the exchange starts. */
    CLOSED_BEFORE_THE_START(RequestNotSentException.class, Sent.NO),
    /** The transport is closed while the exchange waits for a free connection. */
    CLOSED_IN_THE_QUEUE(RequestNotSentException.class, Sent.NO),

    // After the request
    /** Aborted after the request may have been sent. */
    ABORTED_IN_FLIGHT(IOException.class, Sent.YES),
    /** The transport is closed after the request may have been sent. */
    CLOSED_IN_FLIGHT(IOException.class, Sent.YES),

    /** The file of a request body has grown since the body was created. */
    FILE_BECAME_LONGER(IOException.class, Sent.YES),
    /** The file of a request body has shrunk since the body was created. */
    FILE_BECAME_SHORTER(IOException.class, Sent.YES),
    /** The file of a request body no longer exists. */
    FILE_IS_GONE(IOException.class, Sent.YES),

    /** Closed before any byte of the response. */
    CLOSES_BEFORE_THE_RESPONSE("", End.CLOSE),
    /** Reset before any byte of the response. */
    RESETS_BEFORE_THE_RESPONSE("", End.RESET),
    /** The greeting of another protocol. */
    SPEAKS_NO_HTTP("SSH-2.0-OpenSSH_9.2p1 Debian\r\n\r\n", End.CLOSE),
    /** Arbitrary bytes. */
    SPEAKS_BINARY(new String(Bytes.counting(2_000), ISO_8859_1), End.CLOSE),
    /** A misspelt protocol name. */
    SPEAKS_ANOTHER_VERSION("HTTQ/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", End.CLOSE),
    /** A status that is not a number. */
    STATUS_IS_NO_NUMBER("HTTP/1.1 two OK\r\nContent-Length: 0\r\n\r\n", End.CLOSE),
    /** Closed in the status line. */
    CLOSES_IN_STATUS_LINE("HTTP/1.1 200", End.CLOSE),
    /** Closed after the status line. */
    CLOSES_AFTER_STATUS_LINE("HTTP/1.1 200 OK\r\n", End.CLOSE),
    /** Closed in a header line. */
    CLOSES_IN_HEADERS("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-A: b", End.CLOSE),
    /** Reset in a header line. */
    RESETS_IN_HEADERS("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-A: b", End.RESET),
    /** Closed before the empty line that ends the headers. */
    CLOSES_AFTER_HEADERS("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-A: b\r\n", End.CLOSE),
    /** 103 with nothing after it. */
    INTERIM_AS_THE_RESPONSE("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", End.CLOSE),
    /** 100 with nothing after it. */
    CONTINUE_AS_THE_RESPONSE("HTTP/1.1 100 Continue\r\n\r\n", End.CLOSE),
    /** 101, which no request asked for. */
    UPGRADE_AS_THE_RESPONSE("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n", End.CLOSE),
    /** Closed in the response after an interim response. */
    CLOSES_AFTER_INTERIM("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\n", End.CLOSE),
    /** Reset after an interim response. */
    RESETS_AFTER_INTERIM("HTTP/1.1 100 Continue\r\n\r\n", End.RESET),
    /** A Content-Length that is not a number. */
    LENGTH_IS_NO_NUMBER("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n1234567890", End.CLOSE),
    /** A negative Content-Length. */
    LENGTH_IS_NEGATIVE("HTTP/1.1 200 OK\r\nContent-Length: -10\r\n\r\n1234567890", End.CLOSE),
    /** Two different values of Content-Length. */
    LENGTHS_DIFFER("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n123456", End.CLOSE),
    /** A status line above the header limit. */
    STATUS_LINE_TOO_LONG("HTTP/1.1 200 " + "O".repeat(70_000) + "\r\nContent-Length: 0\r\n\r\n", End.CLOSE),
    /** One header above the header limit. */
    HEADER_TOO_LONG("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-A: " + "b".repeat(70_000) + "\r\n\r\n", End.CLOSE),
    /** Headers that exceed the header limit together. */
    HEADERS_TOO_MANY(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + ("X-A: " + "b".repeat(93) + "\r\n").repeat(700) + "\r\n",
            End.CLOSE),
    /** Closed in a body with Content-Length. */
    CLOSES_IN_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345", End.CLOSE),
    /** Closed before a body with Content-Length. */
    CLOSES_BEFORE_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", End.CLOSE),
    /** Reset in a body with Content-Length. */
    RESETS_IN_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345", End.RESET),
    /** Closed in a chunk. */
    CLOSES_IN_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123", End.CLOSE),
    /** Reset in a chunk. */
    RESETS_IN_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123", End.RESET),
    /** Closed in the size of a chunk. */
    CLOSES_IN_CHUNK_SIZE("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n1", End.CLOSE),
    /** Closed between two chunks. */
    CLOSES_BETWEEN_CHUNKS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n", End.CLOSE),
    /** Reset between two chunks. */
    RESETS_BETWEEN_CHUNKS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n", End.RESET),
    /** A negative chunk size. */
    CHUNK_SIZE_IS_NEGATIVE("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n12345\r\n0\r\n\r\n", End.CLOSE),
    /** A chunk size that is not a number. */
    CHUNK_SIZE_IS_NO_NUMBER(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n12345\r\n0\r\n\r\n", End.CLOSE);

    /** The header that GLPI sends with every file and with nothing else. */
    public static final String NAMED = "Content-Disposition: attachment; filename=\"note.txt\"\r\n";

    /** Whether a byte of the request may have been sent. */
    public enum Sent {
        /** It may have been sent. */
        YES,
        /** Certainly not. */
        NO
    }

    /** How the server ends the connection. */
    private enum End {
        CLOSE,
        RESET
    }

    private final Class<? extends IOException> failure;
    private final Sent sent;
    private final @Nullable String response;
    private final @Nullable End end;

    /** Creates a fault that a server plays: it writes this and ends the connection. */
    Fault(String response, End end) {
        this(IOException.class, Sent.YES, response, end);
    }

    Fault(Class<? extends IOException> failure, Sent sent) {
        this(failure, sent, null, null);
    }

    Fault(Class<? extends IOException> failure, Sent sent, @Nullable String response, @Nullable End end) {
        this.failure = failure;
        this.sent = sent;
        this.response = response;
        this.end = end;
    }

    /** {@return whether a server plays the fault} */
    public boolean isPlayedByTheServer() {
        return response != null;
    }

    /**
     * Plays the fault.
     *
     * @param connection the connection
     * @throws IOException when the client has disconnected
     */
    public void play(ServerConnection connection) throws IOException {
        if (response == null) {
            throw new IllegalStateException(this + " is not played by a server");
        }
        write(connection, response);
    }

    /**
     * Plays the fault within the download of a file.
     *
     * @param connection the connection
     * @throws IOException when the client has disconnected
     */
    public void playFile(ServerConnection connection) throws IOException {
        write(connection, String.valueOf(response).replaceFirst("200 OK\r\n", "200 OK\r\n" + NAMED));
    }

    private void write(ServerConnection connection, String bytes) throws IOException {
        connection.write(bytes);
        if (end == End.RESET) {
            connection.reset();
        }
        connection.close();
    }

    /** {@return whether a byte of the request may have been sent} */
    public Sent sent() {
        return sent;
    }

    /**
     * Checks the outcome of an exchange that met this fault.
     *
     * @param outcome the outcome
     */
    public void assertReported(Outcome outcome) {
        try {
            outcome.failedWith(failure);
        } catch (AssertionError e) {
            throw new AssertionError(this + ": " + e.getMessage(), e.getCause());
        }
    }
}
