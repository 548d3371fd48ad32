package io.github.glpi4j.transport.apache;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** Status and headers of an answer, and where the bytes behind it are. */
final class Head extends BasicClassicHttpResponse {

    private static final long serialVersionUID = 1L;

    private final transient SessionInputBuffer rest;

    Head(ClassicHttpResponse head, SessionInputBuffer rest) {
        super(head.getCode(), head.getReasonPhrase());
        setVersion(head.getVersion());
        setHeaders(head.getHeaders());
        this.rest = rest;
    }

    /** Once the body was read: whether the connection has more, which the next answer would start with. */
    boolean hasBytesBehind() {
        return rest.length() > 0;
    }
}
