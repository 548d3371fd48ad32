package io.github.glpi4j.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The decoded body of an answer, looked at before it is parsed. */
final class Content {

    private static final int EXCERPT_LENGTH = 200;
    private static final int START_LENGTH = 64 * 1024;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{1,200})", Pattern.CASE_INSENSITIVE);

    private final ByteBuffer bytes;

    private Content(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Undoes the content encoding.
     *
     * @throws IOException for a broken or unknown encoding, or more than {@code maxBytes}; its message is for users
     */
    static Content decode(ByteBuffer body, String encoding, int maxBytes) throws IOException {
        if (encoding.equals("identity") || !body.hasRemaining()) {
            return new Content(body);
        }
        if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
            throw new IOException("an answer in an encoding that was not asked for");
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new BufferInput(body))) {
            byte[] decoded = gzip.readNBytes(maxBytes);
            if (gzip.read() < 0) {
                return new Content(ByteBuffer.wrap(decoded));
            }
        } catch (IOException e) {
            throw new IOException("a broken gzip answer", e);
        }
        throw new IOException("an answer of more than " + maxBytes + " bytes once decoded");
    }

    boolean isBlank() {
        return firstByte() < 0;
    }

    /** JSON begins with one of few characters; a page, a PHP notice or documentation does not. */
    boolean isPage() {
        int first = firstByte();
        return first < 0 || "{[\"-0123456789tfn".indexOf(first) < 0;
    }

    private int firstByte() {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            byte b = bytes.get(i);
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b & 0xff;
            }
        }
        return -1;
    }

    JsonParser json() throws IOException {
        return Json.MAPPER.createParser(new BufferInput(bytes));
    }

    String title() {
        Matcher title = TITLE.matcher(text(Math.min(bytes.remaining(), START_LENGTH)));
        return title.find() ? title.group(1).strip() : "";
    }

    /**
     * The start of the text, enough to look for words in.
     *
     * @param overlap how much to leave away where the start is cut, lest it end within a secret that is then not seen
     */
    String start(int overlap) {
        if (bytes.remaining() <= START_LENGTH) {
            return text(bytes.remaining());
        }
        String start = text(START_LENGTH);
        return start.substring(0, Math.max(0, start.length() - overlap));
    }

    private String text(int length) {
        return StandardCharsets.UTF_8
                .decode(bytes.slice(bytes.position(), length))
                .toString();
    }

    /** The few characters of a shown text that go into a message. */
    String excerpt(String shown) {
        return cut(shown, EXCERPT_LENGTH);
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** Without line breaks and other control characters, which could forge lines of a log. */
    static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d bytes", bytes.remaining());
    }
}
