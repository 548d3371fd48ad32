package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.contract.CloseContract;
import io.github.glpi4j.transport.tck.contract.FailureContract;
import io.github.glpi4j.transport.tck.contract.FramingContract;
import io.github.glpi4j.transport.tck.contract.MixedFaultsContract;
import io.github.glpi4j.transport.tck.contract.ProxyContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.TlsContract;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The limits of {@link java.net.http.HttpClient}, with the reasons. */
final class JdkGaps {

    private static final String REPEATS =
            "repeats a GET once when the connection closes before a response, and no request can opt out";
    private static final String REASON_PHRASE = "does not hand over the reason phrase, so nothing can count it";
    private static final String LEFT_OPEN = "rejects the response but leaves its connection open";
    private static final String LENIENT = "accepts what is ambiguous, and hands over no trace of it";
    private static final String PROXY_ERRORS = "reports a failure of the proxy as if the server had caused it";
    private static final String NO_CLOSE = "before Java 21 it cannot be closed: the garbage collector ends its thread";

    /** Known for the versions that the tests run on: 17 and 25. */
    private static final boolean OLD = Runtime.version().feature() < 21;

    private JdkGaps() {}

    static Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.PROXY_CREDENTIALS, Capability.CONNECTION_EVENTS));
    }

    static List<KnownGap> all() {
        return Stream.of(everywhere(), framing(), OLD ? old() : Stream.<KnownGap>empty())
                .flatMap(gaps -> gaps)
                .toList();
    }

    private static Stream<KnownGap> everywhere() {
        return Stream.of(
                KnownGap.of(FailureContract.class, "reportsTheExactClassAndKeepsThePoolComplete", REPEATS)
                        .only("CLOSES_BEFORE_THE_RESPONSE", "RESETS_BEFORE_THE_RESPONSE")
                        .failingWith("requests at the server: expected 1"),
                KnownGap.of(TlsContract.class, "reportsAFaultAfterTheHandshakeAsWithoutTls", REPEATS)
                        .only("CLOSES_BEFORE_THE_RESPONSE")
                        .failingWith("requests at the server: expected 2"),
                KnownGap.of(TlsContract.class, "reportsABrokenRecordAsSent", REPEATS)
                        .only("BROKEN_RECORD_BEFORE_THE_RESPONSE")
                        .failingWith("requests at the server: expected 2"),
                KnownGap.of(ClientContract.class, "doesNotRetryALoginAfterABrokenConnection", REPEATS)
                        .failingWith("requests at the server: expected 1"),
                KnownGap.of(FailureContract.class, "reportsTheExactClassAndKeepsThePoolComplete", REASON_PHRASE)
                        .only("STATUS_LINE_TOO_LONG"),
                KnownGap.of(ClientContract.class, "reportsAFaultAndSendsAWriteOnce", REASON_PHRASE)
                        .only("STATUS_LINE_TOO_LONG"),
                KnownGap.of(TransferContract.class, "reportsABrokenDownloadAndLeavesNothing", REASON_PHRASE)
                        .only("STATUS_LINE_TOO_LONG"),
                KnownGap.of(TransferContract.class, "sendsAFailingUploadOnce", REASON_PHRASE)
                        .only("STATUS_LINE_TOO_LONG"),
                KnownGap.of(FailureContract.class, "stopsEndlessHeadersAtTheLimit", LEFT_OPEN)
                        .hanging(),
                KnownGap.of(ProxyContract.class, "reportsAServerThatIsNoProxy", PROXY_ERRORS)
                        .failingWith("expected exactly java.net.ConnectException"),
                KnownGap.of(ProxyContract.class, "reportsASilentProxy", "its connect timeout leaves out CONNECT")
                        .hanging(),
                KnownGap.of(ProxyContract.class, "aHostNameMayHaveAnUnderscore", "rejects such a URI")
                        .failingWith("unsupported URI"));
    }

    private static Stream<KnownGap> framing() {
        String plain = "anAmbiguousResponseIsRejected";
        String secured = "anAmbiguousResponseIsRejectedWithinTls";
        return Stream.of(
                KnownGap.of(FramingContract.class, plain, LEFT_OPEN)
                        .only(
                                "LENGTH_WITH_BLANK_BEFORE_COLON",
                                "CHUNKED_WITH_BLANK_BEFORE_COLON",
                                "NAME_WITH_BLANK",
                                "NAME_WITH_TAB",
                                "NAME_WITH_NUL",
                                "VALUE_WITH_NUL",
                                "VALUE_WITH_CONTROL",
                                "VERSION_2_0",
                                "VERSION_0_9",
                                "VERSION_WITHOUT_MINOR",
                                "VERSION_IN_LOWER_CASE",
                                "STATUS_WITH_LEADING_ZERO",
                                "STATUS_WITH_TWO_DIGITS",
                                "STATUS_WITH_SIGN")
                        .hanging(),
                KnownGap.of(FramingContract.class, plain, LENIENT)
                        .only(
                                "CHUNKS_IN_HTTP_1_0",
                                "NAME_EMPTY",
                                "NAME_WITHOUT_COLON",
                                "BARE_LF_AFTER_HEADER",
                                "BARE_LF_AFTER_STATUS",
                                "BARE_LF_AFTER_HEADERS",
                                "VERSION_1_9",
                                "STATUS_WITH_FOUR_DIGITS",
                                "CHUNK_SIZE_WITH_PREFIX",
                                "CHUNK_SIZE_TOO_LONG",
                                "CHUNK_SIZE_EMPTY",
                                "CHUNK_LONGER_THAN_ITS_SIZE",
                                "CHUNK_BEFORE_BARE_LF",
                                "TRAILER_WITHOUT_COLON")
                        .failingWith("expected a failure"),
                KnownGap.of(FramingContract.class, plain, "waits for more of a chunk whose size has overflowed")
                        .only("CHUNK_SIZE_TOO_LARGE")
                        .hanging(),
                KnownGap.of(FramingContract.class, secured, LEFT_OPEN)
                        .only("LENGTH_WITH_BLANK_BEFORE_COLON", "VALUE_WITH_NUL", "STATUS_WITH_LEADING_ZERO")
                        .hanging(),
                KnownGap.of(FramingContract.class, secured, LENIENT)
                        .only("VERSION_1_9")
                        .failingWith("expected a failure"));
    }

    private static Stream<KnownGap> old() {
        return Stream.of(
                KnownGap.of(
                        RequestContract.class,
                        "sendsNoBodyHeadersWithoutABody",
                        "before Java 19 it sends Content-Length: 0 with every method"),
                KnownGap.of(
                                TlsContract.class,
                                "reportsAMissingClientCertificate",
                                "the same alert comes in the handshake of TLS 1.2 and after that of TLS 1.3")
                        .only("TLSv1.2"),
                KnownGap.of(CloseContract.class, "closesIdleConnections", NO_CLOSE)
                        .hanging(),
                KnownGap.of(CloseContract.class, "leavesNoConnectionAtAnyMoment", NO_CLOSE)
                        .sometimes()
                        .hanging(),
                KnownGap.of(CloseContract.class, "racesWithCallsThatStart", NO_CLOSE)
                        .sometimes()
                        .hanging(),
                KnownGap.of(CloseContract.class, "worksWhenUnused", NO_CLOSE).hanging(),
                KnownGap.of(CloseContract.class, "leavesNoThread", NO_CLOSE).hanging(),
                KnownGap.of(MixedFaultsContract.class, "leaveACompletePoolAndNoLeaks", NO_CLOSE)
                        .hanging());
    }
}
