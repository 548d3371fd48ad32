package io.github.glpi4j.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The body of a request: nothing, or segments of bytes and files, one after the other. Immutable. */
public final class RequestBody {

    private static final RequestBody NONE = new RequestBody(List.of());

    private final List<Segment> segments;
    private final long length;

    private RequestBody(List<Segment> segments) {
        this.segments = segments;
        this.length = segments.stream().mapToLong(Segment::length).sum();
    }

    /** A part of a body. */
    public sealed interface Segment permits BytesSegment, FileSegment {

        /**
         * How much there is of it.
         *
         * @return its length in bytes
         */
        long length();
    }

    /** A segment held in memory. */
    public static final class BytesSegment implements Segment {

        private final byte[] bytes;

        private BytesSegment(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        /**
         * The bytes to send.
         *
         * @return a read-only buffer of its own
         */
        public ByteBuffer bytes() {
            return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        }
    }

    /** A segment read from a file while it is sent. */
    public static final class FileSegment implements Segment {

        private final Path file;
        private final long length;

        private FileSegment(Path file, long length) {
            this.file = file;
            this.length = length;
        }

        /**
         * The file's length when the body was created. Exactly this many bytes are sent; a file that has another length
         * by then fails the exchange.
         */
        @Override
        public long length() {
            return length;
        }

        /**
         * Where to read from.
         *
         * @return the file
         */
        public Path file() {
            return file;
        }
    }

    /**
     * No body.
     *
     * @return the empty body
     */
    public static RequestBody none() {
        return NONE;
    }

    /**
     * A body held in memory.
     *
     * @param bytes the bytes, copied
     * @return the body
     */
    public static RequestBody of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new RequestBody(List.of(new BytesSegment(bytes.clone())));
    }

    /**
     * The content of a regular file, read when the request is sent. It must not change until then.
     *
     * @param file the file, or a symbolic link to it
     * @return the body
     * @throws IOException if there is no such file; if it is not a regular one, such as a FIFO; or if it has content but
     *     no length, as in {@code /proc}
     */
    public static RequestBody of(Path file) throws IOException {
        long length = ExactInputStream.length(file);
        return length == 0 ? NONE : new RequestBody(List.of(new FileSegment(file, length)));
    }

    /**
     * This body with another behind it.
     *
     * @param next what follows
     * @return both as one
     */
    public RequestBody append(RequestBody next) {
        List<Segment> both = new ArrayList<>(segments);
        both.addAll(next.segments);
        return both.isEmpty() ? NONE : new RequestBody(List.copyOf(both));
    }

    /**
     * How much there is to send.
     *
     * @return the length in bytes; 0 for no body
     */
    public long length() {
        return length;
    }

    /**
     * What to send, one after the other.
     *
     * @return the segments, none for no body
     */
    public List<Segment> segments() {
        return segments;
    }

    /**
     * The whole body as a stream, for transports that block. It opens one file after the other, each when its turn
     * comes.
     *
     * @return a stream of exactly {@link #length()} bytes, to be closed by the caller. Reading fails with an {@link
     *     IOException} where a file cannot be opened or has another length by now; its last bytes are not read then
     */
    public InputStream openStream() {
        return new SegmentStream(segments);
    }

    static InputStream open(Segment segment) throws IOException {
        return segment instanceof FileSegment content
                ? ExactInputStream.of(content.file(), content.length())
                : new ByteArrayInputStream(((BytesSegment) segment).bytes);
    }

    @Override
    public String toString() {
        return length() + " bytes";
    }
}
