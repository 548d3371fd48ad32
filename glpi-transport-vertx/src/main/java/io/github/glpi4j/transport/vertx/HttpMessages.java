package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** Converts requests and responses between the SPI and Vert.x. */
final class HttpMessages {

    private static final Set<String> EXPECT_A_BODY = Set.of("POST", "PUT", "PATCH");

    private HttpMessages() {}

    /** Rejects header values that Vert.x would quote in an exception or replace by a question mark. */
    static void checkHeaders(TransportRequest request) throws RequestNotSentException {
        try {
            request.headers().forEach(HttpMessages::checkHeader);
        } catch (IllegalArgumentException e) {
            throw new RequestNotSentException(String.valueOf(e.getMessage()));
        }
    }

    private static void checkHeader(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
                throw new IllegalArgumentException("HTTP cannot carry the value of header " + name);
            }
        }
    }

    /** Adds the headers to send. */
    static void addHeaders(TransportRequest request, MultiMap fields) {
        request.headers().forEach(fields::add);
        long length = request.body().length();
        if (length > 0 || EXPECT_A_BODY.contains(request.method())) {
            // Vert.x sets the length only for a body passed in one buffer. Without it some servers respond with 411.
            fields.set(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        }
    }

    static boolean holdsFiles(TransportRequest request) {
        for (RequestBody.Segment segment : request.body().segments()) {
            if (segment instanceof RequestBody.FileSegment) {
                return true;
            }
        }
        return false;
    }

    static Buffer body(TransportRequest request) {
        try (InputStream stream = request.body().openStream()) {
            return Buffer.buffer(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all headers of a response, in their order} */
    static Headers headers(MultiMap fields) {
        Headers.Builder headers = Headers.builder();
        for (Map.Entry<String, String> field : fields) {
            headers.add(field.getKey(), field.getValue());
        }
        return headers.build();
    }

    /** @param buffer reused, instead of an array for each chunk */
    static void write(Buffer bytes, ResponseSink sink, byte[] buffer) throws IOException {
        int length = bytes.length();
        for (int start = 0; start < length; start += buffer.length) {
            int end = Math.min(length, start + buffer.length);
            bytes.getBytes(start, end, buffer);
            sink.write(buffer, 0, end - start);
        }
    }
}
