package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.contract.ConnectContract;
import io.github.glpi4j.transport.tck.contract.FramingContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import java.util.List;

/** The cases of the contract suite that Vert.x cannot pass. */
final class VertxKnownGaps {

    private static final String DROPPED = "Netty's decoder drops the fault before Vert.x delivers the response";
    private static final String ACCEPTED = "expected a failure";

    // tag::interim[]
    private static final KnownGap INTERIM = KnownGap.of(
                    StatusContract.class, "skipsInterimResponses", "Vert.x takes a response 102 for the final one")
            .only("102")
            .failingWith("status 102 is not a final response");
    // end::interim[]

    /** Of every transport on Vert.x. */
    static final List<KnownGap> ALL = List.of(
            INTERIM,
            KnownGap.of(FramingContract.class, "anAmbiguousResponseIsRejected", DROPPED)
                    .only(
                            "LENGTH_WITH_BLANK_BEFORE_COLON",
                            "CHUNKED_WITH_BLANK_BEFORE_COLON",
                            "NAME_WITH_BLANK",
                            "NAME_WITH_TAB",
                            "STATUS_WITH_LEADING_ZERO",
                            "CHUNK_SIZE_TOO_LONG")
                    .failingWith(ACCEPTED),
            KnownGap.of(FramingContract.class, "anAmbiguousResponseIsRejectedWithinTls", DROPPED)
                    .only("LENGTH_WITH_BLANK_BEFORE_COLON", "STATUS_WITH_LEADING_ZERO")
                    .failingWith(ACCEPTED));

    /** Of a transport on an external web client, in addition to those of status codes. */
    static final List<KnownGap> WEB_CLIENT = List.of(
            INTERIM,
            KnownGap.of(
                            ConnectContract.class,
                            "anAbortWhileConnectingSendsNothing",
                            "a web client does not report when it has a connection")
                    .failingWith("the exchange was aborted before a complete response"));

    private VertxKnownGaps() {}
}
