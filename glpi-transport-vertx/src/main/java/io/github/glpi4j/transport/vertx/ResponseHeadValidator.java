package io.github.glpi4j.transport.vertx;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.util.List;

/**
 * Rejects responses with ambiguous framing, which enables response smuggling. Netty's decoder is lenient and Vert.x offers
 * no way to configure it, so this class validates the decoded response.
 */
final class ResponseHeadValidator {

    private static final int CONTENT_LENGTH_DIGITS = 18;

    private ResponseHeadValidator() {}

    static void check(HttpClientResponse response) throws IOException {
        checkStatus(response.statusCode());
        if (response.version() != HttpVersion.HTTP_2) {
            checkFraming(response.version(), response.headers());
        }
    }

    /** Some gateways send 999. */
    static void checkStatus(int status) throws IOException {
        if (status < 200) {
            throw new IOException("status " + status + " is not a final response");
        }
        if (status > 599 && status != 999) {
            throw new IOException("the response has an invalid status");
        }
    }

    private static void checkFraming(HttpVersion version, MultiMap headers) throws IOException {
        List<String> lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH);
        List<String> encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        if (encodings.isEmpty()) {
            checkLengths(lengths);
        } else if (!lengths.isEmpty()) {
            throw new IOException("the response has both Content-Length and Transfer-Encoding");
        } else if (encodings.size() > 1 || !"chunked".equalsIgnoreCase(encodings.get(0))) {
            throw new IOException("the response has an unknown Transfer-Encoding");
        } else if (version == HttpVersion.HTTP_1_0) {
            throw new IOException("the response is HTTP/1.0 and has Transfer-Encoding");
        }
    }

    private static void checkLengths(List<String> lengths) throws IOException {
        for (String length : lengths) {
            if (!isLength(length) || !length.equals(lengths.get(0))) {
                throw new IOException("the response has an invalid Content-Length");
            }
        }
    }

    private static boolean isLength(String value) {
        return !value.isEmpty()
                && value.length() <= CONTENT_LENGTH_DIGITS
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
