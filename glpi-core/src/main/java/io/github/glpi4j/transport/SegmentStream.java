package io.github.glpi4j.transport;

import io.github.glpi4j.transport.RequestBody.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Concatenates segments. Opens each one when it is reached, so that at most one file is open. */
final class SegmentStream extends InputStream {

    private final Iterator<Segment> left;
    private InputStream current = nullInputStream();

    SegmentStream(List<Segment> segments) {
        this.left = segments.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = current.read(bytes, offset, length);
        while (read < 0 && left.hasNext()) {
            close();
            current = RequestBody.open(left.next());
            read = current.read(bytes, offset, length);
        }
        return read;
    }

    /** Closes the current segment. Later reads fail. */
    @Override
    public void close() throws IOException {
        InputStream last = current;
        current = nullInputStream();
        current.close();
        last.close();
    }
}
