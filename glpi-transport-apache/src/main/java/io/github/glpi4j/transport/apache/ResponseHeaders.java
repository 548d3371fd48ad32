package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.Headers;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.CharArrayBuffer;

/** Converts the headers of a response. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    static Headers of(ClassicHttpResponse response) throws IOException {
        Headers.Builder headers = Headers.builder();
        try {
            for (Header header : response.getHeaders()) {
                headers.add(header.getName(), valueOf(header));
            }
        } catch (IllegalArgumentException e) {
            throw HttpClientFailures.invalidResponse();
        }
        return headers.build();
    }

    /** HttpClient copies a value three times to replace control characters. Values without any are copied once here. */
    private static String valueOf(Header header) {
        if (header instanceof FormattedHeader line) {
            CharArrayBuffer chars = line.getBuffer();
            String value = chars.substringTrimmed(line.getValuePos(), chars.length());
            if (!hasControls(value)) {
                return value;
            }
        }
        return header.getValue();
    }

    private static boolean hasControls(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ') {
                return true;
            }
        }
        return false;
    }
}
