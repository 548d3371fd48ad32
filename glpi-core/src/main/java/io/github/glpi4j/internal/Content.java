package io.github.glpi4j.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The decoded body of an answer, looked at before it is parsed. */
final class Content {

    private static final int EXCERPT_LENGTH = 200;
    private static final int START_LENGTH = 64 * 1024;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{1,200})", Pattern.CASE_INSENSITIVE);

    private static final byte[] REFUSAL = "[\"ERROR".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final int LONGEST_SCALAR = 40;
    private static final Pattern SCALAR = Pattern.compile("true|false|null|-?\\d[\\d.eE+-]*");

    private final ByteBuffer bytes;
    private final Charset charset;

    private Content(ByteBuffer bytes, Charset charset) {
        this.bytes =
                startsWith(bytes, BYTE_ORDER_MARK) ? from(bytes, bytes.position() + BYTE_ORDER_MARK.length) : bytes;
        this.charset = charset;
    }

    private static boolean startsWith(ByteBuffer bytes, byte[] prefix) {
        return bytes.remaining() >= prefix.length && matches(bytes, bytes.position(), prefix);
    }

    private static boolean matches(ByteBuffer bytes, int at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (bytes.get(at + i) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static ByteBuffer from(ByteBuffer bytes, int position) {
        return bytes.duplicate().position(position);
    }

    /**
     * Undoes the content encoding; also gzip that no header announces, which PHP may add behind the web server's back.
     *
     * @param charset of pages; JSON is UTF-8
     * @throws IOException for a broken or unknown encoding, or more than {@code maxBytes}; its message is for users
     */
    static Content decode(ByteBuffer body, String encoding, Charset charset, int maxBytes) throws IOException {
        int layers = 0;
        for (String part : encoding.split(",", -1)) {
            String name = part.strip();
            if (name.equals("gzip") || name.equals("x-gzip")) {
                layers++;
            } else if (!name.equals("identity") && !name.isEmpty()) {
                throw new IOException("a response in the content encoding \"" + cut(name, LONGEST_SCALAR)
                        + "\", which was not asked for");
            }
        }
        ByteBuffer decoded = body;
        for (int layer = 0; layer < layers && decoded.hasRemaining(); layer++) {
            decoded = unzip(decoded, maxBytes);
        }
        if (layers == 0 && startsWith(decoded, GZIP)) {
            decoded = unzip(decoded, maxBytes);
        }
        return new Content(decoded, charset);
    }

    private static ByteBuffer unzip(ByteBuffer body, int maxBytes) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new BufferInput(body))) {
            byte[] decoded = gzip.readNBytes(maxBytes);
            if (gzip.read() < 0) {
                return ByteBuffer.wrap(decoded);
            }
        } catch (IOException e) {
            throw new IOException("a broken gzip answer", e);
        }
        throw new IOException("an answer of more than " + maxBytes + " bytes once decoded");
    }

    boolean isBlank() {
        return firstByte() < 0;
    }

    /** JSON is an object, an array or a text, or no more than a scalar; all else is a page or plain text. */
    boolean isPage() {
        int first = firstByte();
        if (first == '{' || first == '[' || first == '"') {
            return false;
        }
        return bytes.remaining() > LONGEST_SCALAR
                || !SCALAR.matcher(text(bytes.remaining()).strip()).matches();
    }

    /**
     * GLPI's refusal, {@code ["ERROR_…", …]}, at the start or behind what PHP has printed before it. Its status does not
     * matter: once PHP has sent anything, GLPI cannot set one any more.
     */
    Optional<Content> refusal() {
        int start = bytes.position() + leadingBlanks();
        boolean page = isPage();
        int last = page ? Math.min(bytes.limit(), bytes.position() + START_LENGTH) : start + REFUSAL.length;
        for (int i = start; i <= Math.min(last, bytes.limit()) - REFUSAL.length; i++) {
            if (matches(bytes, i, REFUSAL)) {
                return Optional.of(new Content(from(bytes, i), charset));
            }
        }
        return Optional.empty();
    }

    private int leadingBlanks() {
        int i = bytes.position();
        while (i < bytes.limit() && " \t\r\n".indexOf(bytes.get(i)) >= 0) {
            i++;
        }
        return i - bytes.position();
    }

    private int firstByte() {
        int i = bytes.position() + leadingBlanks();
        return i < bytes.limit() ? bytes.get(i) & 0xff : -1;
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
        return charset.decode(bytes.slice(bytes.position(), length)).toString();
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
