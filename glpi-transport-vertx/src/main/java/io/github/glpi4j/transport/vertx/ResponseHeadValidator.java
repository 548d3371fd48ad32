package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Headers;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rejects responses with ambiguous framing, which enables response smuggling. Netty's decoder is lenient and Vert.x offers
 * no way to configure it, so this class validates the decoded response.
 */
final class ResponseHeadValidator {

    private static final int CONTENT_LENGTH_DIGITS = 18;

    private ResponseHeadValidator() {}

    static void check(int status, HttpVersion version, Headers headers) throws IOException {
        checkStatus(status);
        if (version != HttpVersion.HTTP_2) {
            FramingHeaders framing = new FramingHeaders();
            headers.forEach(framing);
            framing.check(version);
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

    /** The headers that determine where the body ends. */
    private static final class FramingHeaders implements BiConsumer<String, String> {

        private @Nullable String length;
        private @Nullable String encoding;
        private boolean sameLengths = true;
        private int encodings;

        @Override
        public void accept(String name, String value) {
            if (name.equalsIgnoreCase("Content-Length")) {
                sameLengths &= length == null || length.equals(value);
                length = value;
            } else if (name.equalsIgnoreCase("Transfer-Encoding")) {
                encoding = value;
                encodings++;
            }
        }

        void check(HttpVersion version) throws IOException {
            if (encoding == null) {
                if (length != null && !(sameLengths && isLength(length))) {
                    throw new IOException("the response has an invalid Content-Length");
                }
            } else if (length != null) {
                throw new IOException("the response has both Content-Length and Transfer-Encoding");
            } else if (encodings > 1 || !encoding.equalsIgnoreCase("chunked")) {
                throw new IOException("the response has an unknown Transfer-Encoding");
            } else if (version == HttpVersion.HTTP_1_0) {
                throw new IOException("the response is HTTP/1.0 and has Transfer-Encoding");
            }
        }
    }

    private static boolean isLength(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= CONTENT_LENGTH_DIGITS;
    }
}
