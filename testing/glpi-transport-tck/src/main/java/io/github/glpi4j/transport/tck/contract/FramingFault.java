package io.github.glpi4j.transport.tck.contract;

/**
 * Responses whose end is ambiguous, or that are neither HTTP/1.1 nor HTTP/1.0. RFC 9112 allows or requires a client to
 * reject each of them.
 */
enum FramingFault {
    LENGTH_BESIDE_CHUNKS(Faults.OK + "Content-Length: 12\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"),
    CHUNKS_BESIDE_LENGTH(Faults.OK + "Transfer-Encoding: chunked\r\nContent-Length: 12\r\n\r\n2\r\nok\r\n0\r\n\r\n"),
    LENGTHS_DIFFER(Faults.OK + "Content-Length: 2\r\nContent-Length: 4\r\n\r\nokok"),
    LENGTHS_IN_A_LIST(Faults.OK + "Content-Length: 2, 4\r\n\r\nokok"),
    LENGTH_WITH_PLUS(Faults.length("+2")),
    LENGTH_WITH_MINUS(Faults.length("-2")),
    LENGTH_IN_HEXADECIMAL(Faults.length("0x2")),
    LENGTH_EMPTY(Faults.length("")),
    LENGTH_WITH_BLANK(Faults.length("2 0")),
    LENGTH_TOO_LARGE(Faults.length("99999999999999999999")),
    LENGTH_WITH_BLANK_BEFORE_COLON(Faults.OK + "Content-Length : 2\r\n\r\nok"),
    CHUNKED_WITH_BLANK_BEFORE_COLON(Faults.OK + "Transfer-Encoding : chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"),

    CODING_UNKNOWN(Faults.coding("xchunked")),
    CODING_BEFORE_CHUNKED(Faults.coding("gzip, chunked")),
    IDENTITY_BEFORE_CHUNKED(Faults.coding("identity, chunked")),
    IDENTITY(Faults.OK + "Transfer-Encoding: identity\r\n\r\nok"),
    CHUNKED_TWICE(Faults.coding("chunked, chunked")),
    CODING_IN_TWO_LINES(Faults.coding("gzip\r\nTransfer-Encoding: chunked")),
    CHUNKS_IN_HTTP_1_0("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"),

    NAME_WITH_BLANK(Faults.header("X A: b")),
    NAME_WITH_TAB(Faults.header("X\tA: b")),
    NAME_WITH_NUL(Faults.header("X\0A: b")),
    NAME_EMPTY(Faults.header(": b")),
    NAME_WITHOUT_COLON(Faults.header("X-A")),
    VALUE_WITH_NUL(Faults.header("X-A: b\0c")),
    VALUE_WITH_BARE_CR(Faults.header("X-A: b\rContent-Length: 4")),
    VALUE_WITH_CONTROL(Faults.header("X-A: b\u0001c")),
    BARE_LF_AFTER_HEADER(Faults.OK + "X-A: b\nContent-Length: 2\r\n\r\nok"),
    BARE_LF_AFTER_STATUS("HTTP/1.1 200 OK\nContent-Length: 2\r\n\r\nok"),
    BARE_LF_AFTER_HEADERS(Faults.OK + "Content-Length: 2\r\n\nok"),

    VERSION_1_9(Faults.status("HTTP/1.9 200 OK")),
    VERSION_2_0(Faults.status("HTTP/2.0 200 OK")),
    VERSION_0_9(Faults.status("HTTP/0.9 200 OK")),
    VERSION_WITHOUT_MINOR(Faults.status("HTTP/1 200 OK")),
    VERSION_IN_LOWER_CASE(Faults.status("http/1.1 200 OK")),
    STATUS_WITH_FOUR_DIGITS(Faults.status("HTTP/1.1 2000 OK")),
    STATUS_WITH_LEADING_ZERO(Faults.status("HTTP/1.1 0200 OK")),
    STATUS_WITH_TWO_DIGITS(Faults.status("HTTP/1.1 20 OK")),
    STATUS_WITH_SIGN(Faults.status("HTTP/1.1 +20 OK")),

    CHUNK_SIZE_WITH_PLUS(Faults.chunks("+2\r\nok\r\n0\r\n\r\n")),
    CHUNK_SIZE_WITH_MINUS(Faults.chunks("-2\r\nok\r\n0\r\n\r\n")),
    CHUNK_SIZE_WITH_PREFIX(Faults.chunks("0x2\r\nok\r\n0\r\n\r\n")),
    CHUNK_SIZE_AFTER_BLANK(Faults.chunks(" 2\r\nok\r\n0\r\n\r\n")),
    CHUNK_SIZE_WITH_BLANK(Faults.chunks("1 0\r\nok\r\n0\r\n\r\n")),
    CHUNK_SIZE_TOO_LONG(Faults.chunks("0000000000000000000002\r\nok\r\n0\r\n\r\n")),
    CHUNK_SIZE_TOO_LARGE(Faults.chunks("ffffffffffffffff2\r\nok\r\n0\r\n\r\n")),
    CHUNK_SIZE_NOT_HEXADECIMAL(Faults.chunks("g\r\nok\r\n0\r\n\r\n")),
    CHUNK_SIZE_EMPTY(Faults.chunks("\r\nok\r\n0\r\n\r\n")),
    CHUNK_SIZE_BEFORE_BARE_LF(Faults.chunks("2\nok\r\n0\r\n\r\n")),
    CHUNK_LONGER_THAN_ITS_SIZE(Faults.chunks("2\r\nokay\r\n0\r\n\r\n")),
    CHUNK_BEFORE_BARE_LF(Faults.chunks("2\r\nok\n0\r\n\r\n")),
    TRAILER_WITHOUT_COLON(Faults.chunks("2\r\nok\r\n0\r\nX-A\r\n\r\n")),
    /** The end of the connection is not the end of the response. */
    LAST_LINE_MISSING(Faults.chunks("2\r\nok\r\n0\r\n")),
    LAST_CHUNK_CUT(Faults.chunks("2\r\nok\r\n0"));

    private final String response;

    FramingFault(String response) {
        this.response = response;
    }

    /** {@return the bytes that the server sends} */
    String response() {
        return response;
    }

    /** {@return whether only the end of the connection reveals the fault} */
    boolean isTruncated() {
        return this == LAST_LINE_MISSING || this == LAST_CHUNK_CUT;
    }

    /** Builds the responses; an enum cannot use its own static members for that. */
    private static final class Faults {

        static final String OK = "HTTP/1.1 200 OK\r\n";

        static String length(String value) {
            return OK + "Content-Length: " + value + "\r\n\r\nok";
        }

        static String coding(String value) {
            return chunked(value, "2\r\nok\r\n0\r\n\r\n");
        }

        static String chunks(String chunks) {
            return chunked("chunked", chunks);
        }

        static String header(String line) {
            return OK + line + "\r\nContent-Length: 2\r\n\r\nok";
        }

        static String status(String line) {
            return line + "\r\nContent-Length: 2\r\n\r\nok";
        }

        private static String chunked(String coding, String chunks) {
            return OK + "Transfer-Encoding: " + coding + "\r\n\r\n" + chunks;
        }
    }
}
