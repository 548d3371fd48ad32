package io.github.glpi4j.transport.tck.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** The server's end of a connection. Used by the thread that serves it; closed from any thread. */
public final class ServerConnection implements AutoCloseable {

    private final int id;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** Creates a connection on a socket, read and written through another socket around it or through the same. */
    ServerConnection(int id, Socket socket, Socket outer) throws IOException {
        this.id = id;
        this.socket = socket;
        this.in = new BufferedInputStream(outer.getInputStream());
        this.out = outer.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /** {@return the number of the connection, counted from 1 in the order of acceptance} */
    public int id() {
        return id;
    }

    /**
     * Sends text.
     *
     * @param text one byte per character
     * @throws IOException when the client has disconnected
     */
    public void write(String text) throws IOException {
        write(text.getBytes(ISO_8859_1));
    }

    /**
     * Sends bytes.
     *
     * @param bytes the bytes
     * @throws IOException when the client has disconnected
     */
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /**
     * Sends nothing more and waits for the client to disconnect.
     *
     * @throws IOException when the client resets the connection
     */
    public void hold() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /**
     * Reads and discards bytes.
     *
     * @param bytes how many
     * @throws IOException when the client has disconnected
     */
    public void skip(long bytes) throws IOException {
        in.skipNBytes(bytes);
    }

    /**
     * Sends bytes without encrypting them, after the TLS handshake.
     *
     * @param bytes the bytes
     * @throws IOException when the client has disconnected
     */
    public void writeBelowTls(byte[] bytes) throws IOException {
        OutputStream raw = socket.getOutputStream();
        raw.write(bytes);
        raw.flush();
    }

    /** Waits as {@link #hold} below TLS, after TLS has failed. */
    void holdRaw() throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /**
     * Relays bytes between the client and another server until either disconnects.
     *
     * @param host the host of the other server
     * @param port its port
     * @throws IOException when the other server cannot be reached
     */
    public void relayTo(String host, int port) throws IOException {
        try (Socket other = new Socket(host, port)) {
            other.setTcpNoDelay(true);
            Thread back = new Thread(() -> backFrom(other), "tck-relay");
            back.setDaemon(true);
            back.start();
            relay(in, other.getOutputStream());
        }
    }

    private void backFrom(Socket other) {
        try (this) {
            relay(other.getInputStream(), out);
        } catch (IOException e) {
            // One of the two has disconnected.
        }
    }

    private static void relay(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    /**
     * Waits for the first byte without consuming it.
     *
     * @throws IOException when the client has disconnected
     */
    public void awaitFirstByte() throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            throw new EOFException("the client sent nothing");
        }
        in.reset();
    }

    /**
     * Resets the connection instead of closing it in an orderly way.
     *
     * @throws IOException when it is already closed
     */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the next request, or null when the client has closed the connection between two requests} */
    @Nullable ReceivedRequest readRequest() throws IOException {
        ReceivedRequest request = readWithoutBody();
        if (request == null) {
            return null;
        }
        byte[] body = new byte[0];
        if (request.headers().firstValue("Transfer-Encoding").isPresent()) {
            body = readChunks();
        } else if (request.headers().firstValue("Content-Length").isPresent()) {
            body = readExactly(Integer.parseInt(
                    request.headers().firstValue("Content-Length").get()));
        }
        return request.with(body);
    }

    /**
     * Reads the next request without its body.
     *
     * @return the request, or null when the client has closed the connection
     * @throws IOException when the client has disconnected
     */
    public @Nullable ReceivedRequest readWithoutBody() throws IOException {
        String head = readHead();
        return head.isEmpty() ? null : ReceivedRequest.of(id, head);
    }

    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                if (head.length() == 0) {
                    return "";
                }
                throw new EOFException("half a request: " + head);
            }
            head.append((char) next);
        }
        return head.substring(0, head.length() - 4);
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(readLine(), 16);
        while (size > 0) {
            body.writeBytes(readExactly(size));
            readLine();
            size = Integer.parseInt(readLine(), 16);
        }
        readLine();
        return body.toByteArray();
    }

    private byte[] readExactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("half a body: " + bytes.length + " of " + length);
        }
        return bytes;
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("half a chunk");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
