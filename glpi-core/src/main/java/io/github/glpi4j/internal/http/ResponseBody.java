package io.github.glpi4j.internal.http;

import com.fasterxml.jackson.core.JsonParser;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.redaction.Redactor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The decoded body of an answer, looked at before it is parsed. */
public final class ResponseBody {

    private static final int EXCERPT_LENGTH = 200;
    private static final int START_LENGTH = 64 * 1024;
    private static final String TITLE = "<title";
    private static final String[] NO_ENCODING = {};
    private static final int MAX_LAYERS = 2;

    private static final byte[] REFUSAL = "[\"ERROR".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final int LONGEST_SCALAR = 40;
    private static final Pattern SCALAR = Pattern.compile("true|false|null|-?\\d[\\d.eE+-]*");

    private final ByteBuffer bytes;
    private final Charset charset;

    private ResponseBody(ByteBuffer bytes, Charset charset) {
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
    static ResponseBody decode(ByteBuffer body, String encoding, Charset charset, int maxBytes) throws IOException {
        int layers = 0;
        for (String part : encoding.isEmpty() ? NO_ENCODING : encoding.split(",", -1)) {
            String name = part.strip();
            if (name.equals("gzip") || name.equals("x-gzip")) {
                layers++;
            } else if (!name.equals("identity") && !name.isEmpty()) {
                throw new IOException("a response in the content encoding \"" + Redactor.cut(name, LONGEST_SCALAR)
                        + "\", which was not asked for");
            }
        }
        if (layers > MAX_LAYERS) {
            throw new IOException("a response that is compressed " + layers + " times");
        }
        ByteBuffer decoded = body;
        for (int layer = 0; layer < layers && decoded.hasRemaining(); layer++) {
            decoded = unzip(decoded, maxBytes);
        }
        if (layers == 0 && startsWith(decoded, GZIP)) {
            decoded = unzip(decoded, maxBytes);
        }
        return new ResponseBody(decoded, charset);
    }

    private static ByteBuffer unzip(ByteBuffer body, int maxBytes) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteBufferInputStream(body))) {
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
                || !SCALAR.matcher(text(0, bytes.remaining(), charset).strip()).matches();
    }

    /**
     * GLPI's refusal, {@code ["ERROR_…", …]}, at the start or behind what PHP has printed before it. Its status does not
     * matter: once PHP has sent anything, GLPI cannot set one any more.
     */
    Optional<ResponseBody> refusal() {
        int start = bytes.position() + leadingBlanks();
        boolean page = isPage();
        int last = page ? Math.min(bytes.limit(), bytes.position() + START_LENGTH) : start + REFUSAL.length;
        for (int i = start; i <= Math.min(last, bytes.limit()) - REFUSAL.length; i++) {
            if (matches(bytes, i, REFUSAL)) {
                return Optional.of(new ResponseBody(from(bytes, i), charset));
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
        return Json.MAPPER.createParser(new ByteBufferInputStream(bytes));
    }

    /** The title of a page, of which this is the start; nothing if it has none. */
    static String title(String page) {
        int tag = page.toLowerCase(Locale.ROOT).indexOf(TITLE);
        int start = tag < 0 ? -1 : page.indexOf('>', tag);
        if (start < 0) {
            return "";
        }
        int end = page.indexOf('<', start);
        return Redactor.cut(
                page.substring(start + 1, end < 0 ? page.length() : end).strip(), EXCERPT_LENGTH);
    }

    /** The start of the text, enough to look for words in. */
    String start() {
        return text(leadingBlanks(), bytes.remaining(), charset);
    }

    /** The complete JSON. */
    String text() {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    /** More of the text than is ever shown, to look for something in. */
    String head() {
        int length = Math.min(bytes.remaining(), START_LENGTH);
        return charset.decode(bytes.slice(bytes.position(), length)).toString();
    }

    /** Whether there is more than is looked at of JSON that is shown, not read. */
    boolean isLong() {
        return bytes.remaining() > START_LENGTH;
    }

    /** What stands between two bytes of JSON, or the start of it. */
    String json(long from, long to) {
        return text(from, to, StandardCharsets.UTF_8);
    }

    private String text(long from, long to, Charset encoding) {
        int start = (int) Math.min(from, bytes.remaining());
        int end = (int) Math.min(Math.min(to, bytes.remaining()), start + Redactor.MAX_LENGTH);
        return encoding.decode(bytes.slice(bytes.position() + start, Math.max(0, end - start)))
                .toString();
    }

    /** The few characters of a shown text that go into a message. */
    String excerpt(String shown) {
        return Redactor.cut(shown, EXCERPT_LENGTH);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d bytes", bytes.remaining());
    }
}
