package io.github.glpi4j.internal.http;

import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.transport.Headers;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The item that a write has made although its response cannot be read, or did not come in full: PHP has printed a
 * warning, a web server has replaced the body or the status, the connection broke. Such a write must not be repeated, so
 * its id must not get lost.
 */
public final class CreatedItem {

    private static final int CREATED = 201;

    /** As GLPI writes it: the id, then a message. */
    private static final Pattern ITEM =
            Pattern.compile("\\{\\s*\"id\"\\s*:\\s*\"?(\\d{1,18})\\b\"?\\s*(,\\s*\"message\")?");

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private CreatedItem() {}

    /**
     * What the operation has made, or its failure.
     *
     * @param status 0 if none has come
     * @param body as much of it as could be decoded
     * @throws CallFailure the same if the write did not happen; another that warns if it did, but the id is unknown
     */
    public static <T extends @Nullable Object> T orFailure(
            Operation<T> operation, int status, Headers headers, String body, CallFailure failure) {
        if (!(operation.handler() instanceof JsonHandler.Creation<T> handler)) {
            throw failure;
        }
        OptionalLong id = inLocation(headers, itemtype(operation));
        if (id.isEmpty() && failure.code().isEmpty()) {
            id = inBody(status, body);
        }
        if (id.isPresent()) {
            return handler.created(id.getAsLong());
        }
        throw status == CREATED && failure.code().isEmpty() ? ofUnknownId(operation, failure) : failure;
    }

    private static String itemtype(Operation<?> operation) {
        return operation.path().get(operation.path().size() - 1);
    }

    /** {@code …/Document/7}, whatever is in front of it: GLPI 11 names its other root there. */
    private static OptionalLong inLocation(Headers headers, String itemtype) {
        String location = headers.firstValue("Location").orElse("");
        int number = location.lastIndexOf('/') + 1;
        boolean isItem = location.substring(0, number).endsWith("/" + itemtype + "/")
                && NUMBER.matcher(location.substring(number)).matches();
        return isItem ? OptionalLong.of(Long.parseLong(location.substring(number))) : OptionalLong.empty();
    }

    /** Other responses than 201 may be pages with objects of their own. */
    private static OptionalLong inBody(int status, String body) {
        Matcher item = ITEM.matcher(body);
        while (status < 400 && item.find()) {
            if (status == CREATED || item.group(2) != null) {
                return OptionalLong.of(Long.parseLong(item.group(1)));
            }
        }
        return OptionalLong.empty();
    }

    private static CallFailure ofUnknownId(Operation<?> operation, CallFailure failure) {
        String itemtype = itemtype(operation);
        return new CallFailure(() -> {
            Throwable cause = CallFailure.toCaller(failure);
            return new GlpiProtocolException(
                    operation.name(),
                    CREATED,
                    null,
                    "",
                    "GLPI has made a new " + itemtype + ", but its id is not known: " + cause.getMessage(),
                    "Do not repeat the call, which would make another one: look for the " + itemtype + " in GLPI",
                    cause);
        });
    }
}
