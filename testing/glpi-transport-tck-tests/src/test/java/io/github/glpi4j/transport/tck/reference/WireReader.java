package io.github.glpi4j.transport.tck.reference;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a response from a connection. */
final class WireReader {

    private static final Pattern FIELD_NAME = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,15}");
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.([01]) ([1-9][0-9]{2})( .*)?");

    private final InputStream in;
    private final boolean strict;
    private final byte[] buffer = new byte[16 * 1024];
    private int headBytesLeft;
    private char version;
    private int status;
    private Headers headers = Headers.none();
    private boolean reusable;

    WireReader(InputStream in, int maxHeaderBytes, boolean strict) {
        this.in = in;
        this.headBytesLeft = maxHeaderBytes;
        this.strict = strict;
    }

    /** Reads the first final status and its headers. */
    void readHead() throws IOException {
        do {
            String line = readLine();
            Matcher parts = STATUS_LINE.matcher(line);
            if (!parts.matches()) {
                throw new IOException("not an HTTP response");
            }
            status = Integer.parseInt(parts.group(2));
            if (status == 101) {
                throw new IOException("an upgrade that nobody asked for");
            }
            version = parts.group(1).charAt(0);
            reusable = version == '1';
            headers = readHeaders();
            if (strict) {
                checkFraming();
            }
        } while (status < 200);
        String connection = headers.firstValue("Connection").orElse("").toLowerCase(Locale.ROOT);
        reusable &= !connection.contains("close");
    }

    private void checkFraming() throws IOException {
        List<String> lengths = headers.allValues("Content-Length");
        List<String> codings = headers.allValues("Transfer-Encoding");
        boolean clear = codings.isEmpty()
                ? lengths.isEmpty()
                        || (lengths.size() == 1
                                && LENGTH.matcher(lengths.get(0)).matches())
                : lengths.isEmpty()
                        && codings.size() == 1
                        && codings.get(0).equalsIgnoreCase("chunked")
                        && version == '1';
        if (!clear) {
            throw new IOException("it is not certain where the body ends");
        }
    }

    int status() {
        return status;
    }

    Headers headers() {
        return headers;
    }

    /** {@return whether the connection can be reused} */
    boolean reusable() {
        return reusable;
    }

    /** Passes the body to the sink, whose exceptions it does not wrap. */
    void readBody(ResponseSink sink) throws IOException {
        if (status == 204 || status == 304) {
            return;
        }
        String coding = headers.firstValue("Transfer-Encoding").orElse("");
        if (coding.equalsIgnoreCase("chunked")) {
            readChunks(sink);
        } else if (headers.firstValue("Content-Length").isPresent()) {
            copy(contentLength(), sink);
        } else {
            reusable = false;
            copyRest(sink);
        }
    }

    private long contentLength() throws IOException {
        Set<String> lengths = Set.copyOf(headers.allValues("Content-Length"));
        if (lengths.size() > 1) {
            throw new IOException("several lengths");
        }
        return number(lengths.iterator().next(), 10);
    }

    private Headers readHeaders() throws IOException {
        Headers.Builder fields = Headers.builder();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon < 1
                    || (strict && !FIELD_NAME.matcher(line.substring(0, colon)).matches())) {
                throw new IOException("not a header");
            }
            try {
                fields.add(line.substring(0, colon), line.substring(colon + 1).strip());
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        return fields.build();
    }

    private void readChunks(ResponseSink sink) throws IOException {
        for (long size = readChunkSize(); size > 0; size = readChunkSize()) {
            copy(size, sink);
            if (!readLine().isEmpty()) {
                throw new IOException("a chunk does not end where it says");
            }
        }
        readHeaders();
    }

    private long readChunkSize() throws IOException {
        headBytesLeft = 8 * 1024; // a line of a body has its own limit
        String line = readLine();
        int semicolon = line.indexOf(';');
        String size = semicolon < 0 ? line : line.substring(0, semicolon);
        if (strict && !CHUNK_SIZE.matcher(size).matches()) {
            throw new IOException("not the size of a chunk");
        }
        return number(size, 16);
    }

    private static long number(String text, int radix) throws IOException {
        try {
            long number = Long.parseLong(text.strip(), radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException("not a length", e);
        }
        throw new IOException("a negative length");
    }

    private void copy(long length, ResponseSink sink) throws IOException {
        for (long left = length; left > 0; ) {
            int read = read((int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException("the body ends early");
            }
            sink.write(buffer, 0, read);
            left -= read;
        }
    }

    private void copyRest(ResponseSink sink) throws IOException {
        for (int read = read(buffer.length); read >= 0; read = read(buffer.length)) {
            sink.write(buffer, 0, read);
        }
    }

    private int read(int atMost) throws IOException {
        try {
            return in.read(buffer, 0, atMost);
        } catch (IOException e) {
            throw Failures.exchanging(e);
        }
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        try {
            while (line.length() == 0 || line.charAt(line.length() - 1) != '\n') {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException("the response ends early");
                }
                headBytesLeft--;
                if (headBytesLeft < 0) {
                    throw new IOException("more header bytes than allowed");
                }
                line.append((char) next);
            }
        } catch (IOException e) {
            throw Failures.exchanging(e);
        }
        line.setLength(line.length() - 1);
        if (strict) {
            checkLine(line);
        }
        return line.toString().stripTrailing();
    }

    /** Checks that a line ends with CR LF and contains no other control character except tabs. */
    private static void checkLine(StringBuilder line) throws IOException {
        int last = line.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = line.charAt(i);
            if (i == last ? c != '\r' : (c < ' ' && c != '\t') || c == 0x7f) {
                throw new IOException("not a line");
            }
        }
        if (last < 0) {
            throw new IOException("not the end of a line");
        }
    }
}
