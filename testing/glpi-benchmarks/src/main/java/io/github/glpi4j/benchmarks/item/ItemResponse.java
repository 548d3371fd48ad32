package io.github.glpi4j.benchmarks.item;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What GLPI responds to a request for computers. Its rows are a recorded computer of GLPI 10.0.19 with other ids, names
 * and serial numbers.
 *
 * @param status the status line's code and reason
 * @param headers further headers, each with its line end
 * @param json the body
 */
public record ItemResponse(String status, String headers, String json) {

    private static final Pattern LIST =
            Pattern.compile("GET \\S*/(\\d+)/apirest\\.php/Computer\\?\\S*range=(\\d+)-(\\d+) .*");
    private static final Pattern ITEM = Pattern.compile("GET \\S*/apirest\\.php/Computer/(\\d+)\\S* .*");
    private static final Pattern NEW_ITEM = Pattern.compile("\"name\":");

    /** The recorded computer, cut where its number is. */
    private static final String[] ROW = recordedRow().split("@", -1);

    /**
     * Responds to a request.
     *
     * @param requestLine its first line; the path has the number of computers in front of {@code /apirest.php}
     * @param body its body
     */
    public static ItemResponse to(String requestLine, String body) {
        Matcher list = LIST.matcher(requestLine);
        if (list.matches()) {
            return list(Long.parseLong(list.group(1)), Long.parseLong(list.group(2)), Long.parseLong(list.group(3)));
        }
        Matcher item = ITEM.matcher(requestLine);
        if (item.matches()) {
            StringBuilder json = new StringBuilder();
            appendRow(Long.parseLong(item.group(1)), json);
            return new ItemResponse("200 OK", "", json.toString());
        }
        if (requestLine.startsWith("POST ")) {
            return added(NEW_ITEM.matcher(body).results().count());
        }
        return new ItemResponse("400 Bad Request", "", "[\"ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM\",\"\"]");
    }

    private static ItemResponse list(long total, long first, long last) {
        if (first >= total) {
            return new ItemResponse("400 Bad Request", "", "[\"ERROR_RANGE_EXCEED_TOTAL\",\"\"]");
        }
        long end = Math.min(last + 1, total);
        StringBuilder json = new StringBuilder("[");
        for (long id = first + 1; id <= end; id++) {
            appendRow(id, json);
            json.append(id == end ? ']' : ',');
        }
        return new ItemResponse(
                end - first == total ? "200 OK" : "206 Partial Content",
                "Accept-Range: Computer 1000\r\nContent-Range: " + first + "-" + (end - 1) + "/" + total + "\r\n",
                json.toString());
    }

    private static ItemResponse added(long items) {
        StringBuilder json = new StringBuilder("[");
        for (long id = 1; id <= items; id++) {
            json.append("{\"id\":")
                    .append(id)
                    .append(",\"message\":\"Item successfully added: pc-")
                    .append(id);
            json.append(id == items ? "\"}]" : "\"},");
        }
        return new ItemResponse("201 Created", "", json.toString());
    }

    private static void appendRow(long id, StringBuilder json) {
        json.append(ROW[0]);
        for (int i = 1; i < ROW.length; i++) {
            json.append(id).append(ROW[i]);
        }
    }

    private static String recordedRow() {
        try (InputStream in =
                Objects.requireNonNull(ItemResponse.class.getResourceAsStream("computer.json"), "computer.json")) {
            return new String(in.readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
