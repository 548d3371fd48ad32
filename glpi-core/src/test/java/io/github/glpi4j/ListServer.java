package io.github.glpi4j;

import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A list of rows with the ids 0, 1, 2…, as GLPI shows it page by page. */
final class ListServer {

    private static final Pattern RANGE = Pattern.compile("[?&]range=(\\d+)-(\\d+)(&|$)");

    private ListServer() {}

    /** The positions that a request asks for, both inclusive. */
    record Range(long first, long last) {

        static Range of(TransportRequest request) {
            Matcher range = RANGE.matcher(request.target());
            if (!range.find()) {
                throw new AssertionError("a list without a range: " + request.target());
            }
            return new Range(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
        }
    }

    static StubGlpi of(long size) {
        return StubGlpi.replying(request -> page(Range.of(request), size));
    }

    static TransportResponse page(Range range, long size) {
        long end = Math.min(range.last() + 1, size);
        return page(range, size, range.first() + "-" + (end - 1) + "/" + size);
    }

    /** A page with a Content-Range of its own. */
    static TransportResponse page(Range range, long size, String contentRange) {
        if (range.first() > size) {
            return exceeded(size);
        }
        long end = Math.min(range.last() + 1, size);
        String rows = LongStream.range(range.first(), end)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return size == 0 || contentRange.isEmpty()
                ? StubGlpi.response(size == 0 ? 200 : 206, StubGlpi.JSON, rows)
                : StubGlpi.response(206, StubGlpi.JSON, rows, "Content-Range", contentRange);
    }

    static TransportResponse exceeded(long size) {
        return StubGlpi.response(
                400,
                StubGlpi.JSON,
                "[\"ERROR_RANGE_EXCEED_TOTAL\",\"Provided range exceed total count of data: " + size + "\"]");
    }

    static Items<Item> computers(GlpiClient client) {
        return client.session("session").items("Computer");
    }

    static List<Range> ranges(StubGlpi glpi) {
        return glpi.requests().stream().map(Range::of).toList();
    }
}
