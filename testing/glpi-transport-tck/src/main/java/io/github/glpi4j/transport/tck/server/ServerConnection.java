package io.github.glpi4j.transport.tck.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** The server's end of one connection. Used by the thread that serves it; closed from anywhere. */
public final class ServerConnection implements AutoCloseable {

    private final int id;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** A connection on this socket, spoken to through another around it, or the same. */
    ServerConnection(int id, Socket socket, Socket outer) throws IOException {
        this.id = id;
        this.socket = socket;
        this.in = new BufferedInputStream(outer.getInputStream());
        this.out = outer.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /**
     * Which connection this is.
     *
     * @return 1 for the first that the server accepted
     */
    public int id() {
        return id;
    }

    /**
     * Sends text as it is.
     *
     * @param text one byte per character
     * @throws IOException when the client is gone
     */
    public void write(String text) throws IOException {
        write(text.getBytes(ISO_8859_1));
    }

    /**
     * Sends bytes as they are.
     *
     * @param bytes the bytes
     * @throws IOException when the client is gone
     */
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /**
     * Says nothing more until the client lets go.
     *
     * @throws IOException when the client lets go by a reset
     */
    public void hold() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /**
     * Reads no more and no less, whatever it is.
     *
     * @param bytes how many bytes
     * @throws IOException when the client is gone
     */
    public void skip(long bytes) throws IOException {
        in.skipNBytes(bytes);
    }

    /**
     * Sends bytes past TLS, once its handshake is done.
     *
     * @param bytes the bytes
     * @throws IOException when the client is gone
     */
    public void writeBelowTls(byte[] bytes) throws IOException {
        OutputStream raw = socket.getOutputStream();
        raw.write(bytes);
        raw.flush();
    }

    /** The same below TLS, after TLS has failed. */
    void holdRaw() throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /**
     * Carries bytes between the client and another server until either lets go.
     *
     * @param host the other server
     * @param port its port
     * @throws IOException when the other server is gone
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
            // One of the two let go.
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
     * Waits for the first byte, without taking it.
     *
     * @throws IOException when the client is gone
     */
    public void awaitFirstByte() throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            throw new EOFException("the client sent nothing");
        }
        in.reset();
    }

    /**
     * Ends the connection with a reset instead of an orderly end.
     *
     * @throws IOException when it is closed already
     */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The next request, or null when the client has closed the connection in between. */
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
     * Reads the next request without its body, which is still to come.
     *
     * @return the request, or null when the client has closed the connection
     * @throws IOException when the client is gone
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
