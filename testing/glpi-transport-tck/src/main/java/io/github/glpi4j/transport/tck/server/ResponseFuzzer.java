package io.github.glpi4j.transport.tck.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Creates invalid responses at random. They are derived from responses recorded from GLPI 10.0.19 and from some of a
 * kind that GLPI does not send.
 */
public final class ResponseFuzzer {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final List<String> NUMBERS = List.of(
            "",
            "0",
            "-1",
            "1",
            "7",
            "99",
            "100",
            "204",
            "304",
            "65536",
            "2147483648",
            "9223372036854775808",
            "ff",
            "0x10",
            "+5");
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\r\n\r\n",
            "\n",
            "\r",
            ":",
            " ",
            "\t",
            "\0",
            ";",
            "HTTP/1.1 200 OK\r\n",
            "Content-Length: 3\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip\r\n",
            "Connection: close\r\n",
            " folded\r\n",
            "0\r\n\r\n",
            "ä",
            "\u00ff",
            "{",
            "[[[[",
            "\"",
            "\\ud800",
            "null",
            "1e999");

    private static final List<String> RECORDED = List.of(
            "get-full-session",
            "get-my-profiles",
            "init-basic",
            "init-full-session",
            "init-full-session-helpdesk-user",
            "init-ip-not-allowed",
            "init-maintenance-mode",
            "init-user-token-wrong",
            "kill-session");

    private final Random random;
    private final List<String> valid;

    /**
     * Creates a source of responses.
     *
     * @param random the source of randomness
     */
    public ResponseFuzzer(Random random) {
        this.random = random;
        byte[] body = "[{\"id\":1,\"name\":\"a\"},{\"id\":2,\"name\":\"b\"}]".getBytes(ISO_8859_1);
        RawResponse headers = RawResponse.of(200)
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("Content-Range", "0-1/2")
                .header("Set-Cookie", "glpi=1; path=/");
        this.valid = new ArrayList<>(List.of(
                text(headers.body(body)),
                text(headers.chunked(body, 10)),
                text(headers.header("Content-Encoding", "gzip").body(body)),
                text(headers.header("Connection", "close").followedBy(body)),
                text(RawResponse.of(204).head()),
                text(RawResponse.of(401).header("WWW-Authenticate", "Basic").body(body)),
                text(RawResponse.of(100).head()) + text(headers.body(body))));
        RECORDED.forEach(name -> valid.add(recorded(name)));
    }

    private static String recorded(String name) {
        try (InputStream in = ResponseFuzzer.class.getResourceAsStream("recorded/" + name + ".http")) {
            return text(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a response: four in five are valid ones with one to three changes, the rest is noise} */
    public byte[] next() {
        if (random.nextInt(5) == 0) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            return noise;
        }
        String response = valid.get(random.nextInt(valid.size()));
        for (int i = random.nextInt(3); i >= 0; i--) {
            response = mutated(response);
        }
        return response.getBytes(ISO_8859_1);
    }

    private String mutated(String response) {
        int at = random.nextInt(response.length() + 1);
        int to = Math.min(response.length(), at + random.nextInt(20));
        return switch (random.nextInt(6)) {
            case 0 -> response.substring(0, at);
            case 1 -> response.substring(0, at) + response.substring(to);
            case 2 -> response.substring(0, to) + response.substring(at);
            case 3 -> response.substring(0, at) + pick(PIECES) + response.substring(at);
            case 4 -> response.substring(0, at) + (char) random.nextInt(256) + response.substring(Math.max(at, to));
            default -> withAnotherNumber(response);
        };
    }

    /** Changes a version, a status, a length or the size of a chunk. */
    private String withAnotherNumber(String response) {
        List<MatchResult> numbers =
                new ArrayList<>(NUMBER.matcher(response).results().toList());
        if (numbers.isEmpty()) {
            return response;
        }
        MatchResult number = numbers.get(random.nextInt(numbers.size()));
        return response.substring(0, number.start()) + pick(NUMBERS) + response.substring(number.end());
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
