package io.github.glpi4j.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The body of a request: empty, or a sequence of segments from memory and files. Immutable. */
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

        /** {@return the length in bytes} */
        long length();
    }

    /** A segment in memory. */
    public static final class BytesSegment implements Segment {

        private final byte[] bytes;

        private BytesSegment(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        /** {@return the bytes, as a new read-only buffer} */
        public ByteBuffer bytes() {
            return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        }
    }

    /** A segment that is read from a file while it is sent. */
    public static final class FileSegment implements Segment {

        private final Path file;
        private final long length;

        private FileSegment(Path file, long length) {
            this.file = file;
            this.length = length;
        }

        /**
         * {@return the file's length when the body was created} Exactly this many bytes are sent; if the length of the
         * file has changed by then, the exchange fails.
         */
        @Override
        public long length() {
            return length;
        }

        /** {@return the file} */
        public Path file() {
            return file;
        }
    }

    /** {@return the empty body} */
    public static RequestBody none() {
        return NONE;
    }

    /**
     * {@return a body in memory}
     *
     * @param bytes the bytes, which are copied
     */
    public static RequestBody of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new RequestBody(List.of(new BytesSegment(bytes.clone())));
    }

    /**
     * {@return a body with the content of a regular file, which is read when the request is sent} The file must not
     * change until then.
     *
     * @param file the file, or a symbolic link to it
     * @throws IOException if the file does not exist, if it is not a regular file (such as a FIFO), or if it has
     *     content but reports no length, as files in {@code /proc} do
     */
    public static RequestBody of(Path file) throws IOException {
        long length = ExactInputStream.length(file);
        return length == 0 ? NONE : new RequestBody(List.of(new FileSegment(file, length)));
    }

    /**
     * {@return this body followed by another}
     *
     * @param next the other body
     */
    public RequestBody append(RequestBody next) {
        List<Segment> both = new ArrayList<>(segments);
        both.addAll(next.segments);
        return both.isEmpty() ? NONE : new RequestBody(List.copyOf(both));
    }

    /** {@return the length in bytes; 0 for the empty body} */
    public long length() {
        return length;
    }

    /** {@return the segments in order; empty for the empty body} */
    public List<Segment> segments() {
        return segments;
    }

    /**
     * Returns a stream of the complete body, for blocking transports. It opens one file at a time, when it reaches it.
     *
     * @return a stream of exactly {@link #length()} bytes, which the caller closes. Reading fails with an {@link
     *     IOException} if a file cannot be opened or its length has changed; the last bytes of the file are then not
     *     returned
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
