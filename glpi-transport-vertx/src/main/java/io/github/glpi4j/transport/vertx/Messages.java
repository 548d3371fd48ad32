package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Exchange;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.Target;
import io.github.glpi4j.transport.TransportRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts of requests and answers, from the words of the SPI into those of Vert.x and back. */
final class Messages {

    private static final Set<String> EXPECT_A_BODY = Set.of("POST", "PUT", "PATCH");

    private Messages() {}

    /** The headers to send; what Vert.x would choke on later, quoting it, or turn into a question mark is refused. */
    static MultiMap headers(TransportRequest request) throws RequestNotSentException {
        MultiMap fields = HttpHeaders.headers();
        List<String> refused = new ArrayList<>(0);
        request.headers().forEach((name, value) -> {
            try {
                fields.add(name, value);
            } catch (IllegalArgumentException e) {
                refused.add(name);
            }
            if (!isLatin1(value)) {
                refused.add(name);
            }
        });
        if (!refused.isEmpty()) {
            throw new RequestNotSentException("HTTP cannot carry the value of header " + refused.get(0));
        }
        long length = request.body().length();
        if (length > 0 || EXPECT_A_BODY.contains(request.method())) {
            // Vert.x knows the length only of what it is given whole, and of nothing it tells none: some servers answer
            // 411.
            fields.set(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        }
        return fields;
    }

    static boolean holdsFiles(TransportRequest request) {
        return request.body().segments().stream().anyMatch(RequestBody.FileContent.class::isInstance);
    }

    private static boolean isLatin1(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    static Buffer body(TransportRequest request) {
        try (InputStream stream = request.body().openStream()) {
            return Buffer.buffer(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks where the body goes, once status and headers are here. */
    static Target target(Exchange exchange, int status, MultiMap fields) throws IOException {
        if (status < 200) {
            throw new IOException("status " + status + " is not a final answer");
        }
        Headers.Builder headers = Headers.builder();
        for (Map.Entry<String, String> field : fields) {
            headers.add(field.getKey(), field.getValue());
        }
        return exchange.target(status, headers.build());
    }

    static void write(Buffer bytes, Target target) throws IOException {
        target.write(bytes.getBytes(), 0, bytes.length());
    }
}
