package io.github.glpi4j.internal.listener;

import java.util.Optional;

/**
 * What of an operation's name may become the tag of a metric: not the ids of items, and not the path of a raw request.
 *
 * @param endpoint GLPI's name of the endpoint
 * @param itemtype the itemtype, if the endpoint has one
 */
record OperationLabels(String endpoint, Optional<String> itemtype) {

    private static final String RAW_REQUEST = "request";

    /** Reads the name of an operation: the endpoint, then its itemtype and the rest of its path. */
    static OperationLabels of(String name) {
        int blank = name.indexOf(' ');
        if (blank < 0) {
            return new OperationLabels(name, Optional.empty());
        }
        if (Character.isUpperCase(name.charAt(0))) { // the HTTP method of a raw request
            return new OperationLabels(RAW_REQUEST, Optional.empty());
        }
        int slash = name.indexOf('/', blank);
        String itemtype = name.substring(blank + 1, slash < 0 ? name.length() : slash);
        return new OperationLabels(name.substring(0, blank), Optional.of(itemtype));
    }
}
