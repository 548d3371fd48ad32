package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.Headers;
import java.io.IOException;
import java.util.List;

/** Rejects headers that make the end of a response ambiguous, which the JDK's client does not check. */
final class Framing {

    private Framing() {}

    static void check(Headers headers) throws IOException {
        List<String> lengths = headers.allValues("Content-Length");
        List<String> codings = headers.allValues("Transfer-Encoding");
        boolean ambiguous = lengths.size() + codings.size() > 1
                || !lengths.stream().allMatch(length -> length.matches("[0-9]{1,18}"))
                || !codings.stream().allMatch("chunked"::equalsIgnoreCase);
        if (ambiguous) {
            throw new IOException("the end of the response is ambiguous");
        }
    }
}
