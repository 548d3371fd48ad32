package io.github.glpi4j.testkit.internal.endpoint.item;

import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a list that a request asks for.
 *
 * @param start the index of the first row
 * @param end the index of the last row as GLPI computes it, which without a range is one too high
 * @param size the number of rows
 */
public record Page(BigInteger start, BigInteger end, BigInteger size) {
    private static final Pattern RANGE = Pattern.compile("([0-9]+)-([0-9]+)\n?");

    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    public static Page of(ApiRequest request, Session session) {
        if (request.parameters().isSet("range")) {
            Matcher range = RANGE.matcher(request.parameters().text("range"));
            if (!range.matches()) {
                throw GlpiError.documented(400, "ERROR", "range must be in format : [start-end] with integers");
            }
            BigInteger start = new BigInteger(range.group(1));
            BigInteger end = new BigInteger(range.group(2));
            return new Page(start, end, end.subtract(start).add(BigInteger.ONE));
        }
        BigInteger limit = BigInteger.valueOf(limit(request, session));
        BigInteger size = request.state().version().isBefore10() ? limit.add(BigInteger.ONE) : limit;
        return new Page(BigInteger.ZERO, limit, size);
    }

    /** A search without a range computes the end correctly. */
    public static Page ofSearch(ApiRequest request, Session session) {
        Page page = of(request, session);
        if (request.parameters().isSet("range")) {
            return page;
        }
        BigInteger limit = page.end();
        return new Page(BigInteger.ZERO, limit.subtract(BigInteger.ONE), limit);
    }

    /** Before GLPI 11 a client can set the page size of its session. */
    private static int limit(ApiRequest request, Session session) {
        if (request.parameters().isSet("glpilist_limit")
                && !request.state().version().isFrom11()) {
            session.listLimit((int) request.parameters().intval("glpilist_limit"));
        }
        Integer own = session.listLimit();
        return own != null
                ? own
                : request.state()
                        .factoryData()
                        .preferences()
                        .path("glpilist_limit")
                        .asInt();
    }

    /** Returns a part of the list, not a copy. */
    List<Item> rows(List<Item> found, GlpiVersion version) {
        boolean refused = size.signum() <= 0 || end.compareTo(MAX) > 0;
        if (refused && version.isBefore10()) {
            throw new PhpFailure();
        }
        if (refused && !version.isFrom11()) {
            throw GlpiError.documented(500, "ERROR_UNKNOWN", "An error occurred");
        }
        if (isBeyond(found.size())) {
            throw GlpiError.documented(
                    400, "ERROR_RANGE_EXCEED_TOTAL", "Provided range exceed total count of data: " + found.size());
        }
        // GLPI 11 ignores such a range.
        return refused ? found : part(found);
    }

    /** Whether the page starts after the last row. */
    public boolean isBeyond(int total) {
        return start.compareTo(BigInteger.valueOf(total)) > 0;
    }

    /** Returns a part of the list, not a copy. */
    public List<Item> part(List<Item> found) {
        return found.subList(start.intValue(), lastIndex(found.size()));
    }

    private int lastIndex(int total) {
        return start.add(size).min(BigInteger.valueOf(total)).intValue();
    }

    public int status(int total) {
        BigInteger rows = shownEnd(total).subtract(start).add(BigInteger.ONE);
        return rows.compareTo(BigInteger.valueOf(total)) < 0 ? 206 : 200;
    }

    public String contentRange(int total) {
        return start + "-" + shownEnd(total) + "/" + total;
    }

    private BigInteger shownEnd(int total) {
        return end.min(BigInteger.valueOf(total - 1L));
    }
}
