package io.github.glpi4j.benchmarks.item;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the hand-written clients have in common: targets, bodies and the reading of responses. */
final class HandWrittenItems {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** It rejects trailing tokens. */
    static final ObjectReader READER = MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private HandWrittenItems() {}

    static String page(long first) {
        return "/Computer?sort=id&order=ASC&get_hateoas=false&range=" + first + "-"
                + (first + ItemContender.PAGE_SIZE - 1);
    }

    static String item(long id) {
        return "/Computer/" + id + "?get_hateoas=false";
    }

    /** Reads the rows of a page and returns the number of rows in the complete list. */
    static long readPage(int status, @Nullable String contentRange, JsonNode rows, ComputersRead read)
            throws IOException {
        check(status, rows);
        if (contentRange == null || !rows.isArray()) {
            throw new IOException("no list of computers");
        }
        for (JsonNode row : rows) {
            add(row, read);
        }
        return Long.parseLong(contentRange.substring(contentRange.indexOf('/') + 1));
    }

    static ComputersRead readItem(int status, JsonNode item) throws IOException {
        check(status, item);
        ComputersRead read = new ComputersRead();
        add(item, read);
        return read;
    }

    private static void add(JsonNode row, ComputersRead read) {
        read.add(
                row.path("id").asLong(),
                row.path("name").asText(),
                row.path("serial").asText(),
                row.path("states_id").asLong(),
                row.path("date_mod").asText());
    }

    /** The bodies of a bulk write. */
    static List<byte[]> chunks(Iterable<ItemContender.NewComputer> computers) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        ArrayNode input = MAPPER.createArrayNode();
        for (ItemContender.NewComputer computer : computers) {
            input.addObject()
                    .put("name", computer.name())
                    .put("serial", computer.serial())
                    .put("states_id", computer.statesId())
                    .put("comment", computer.comment());
            if (input.size() == ItemContender.CHUNK_SIZE) {
                bodies.add(body(input));
                input = MAPPER.createArrayNode();
            }
        }
        if (!input.isEmpty()) {
            bodies.add(body(input));
        }
        return bodies;
    }

    private static byte[] body(ArrayNode input) throws IOException {
        ObjectNode body = MAPPER.createObjectNode();
        body.set("input", input);
        return MAPPER.writeValueAsBytes(body);
    }

    /** Counts the items that GLPI confirms. */
    static long readOutcomes(int status, JsonNode outcomes) throws IOException {
        check(status, outcomes);
        long done = 0;
        for (JsonNode outcome : outcomes) {
            if (outcome.path("id").asLong() > 0) {
                done++;
            } else {
                throw new IOException(outcome.path("message").asText());
            }
        }
        return done;
    }

    /** GLPI's errors are {@code ["ERROR_CODE", "message"]}. */
    private static void check(int status, JsonNode json) throws IOException {
        if (status < 200 || status > 299 || json.path(0).asText().startsWith("ERROR")) {
            throw new IOException("status " + status + ": " + json.path(0).asText());
        }
    }
}
