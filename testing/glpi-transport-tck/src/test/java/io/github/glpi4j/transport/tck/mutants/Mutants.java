package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;
import static io.github.glpi4j.transport.tck.mutants.Mutation.around;
import static io.github.glpi4j.transport.tck.mutants.Mutation.context;
import static io.github.glpi4j.transport.tck.mutants.Mutation.failure;
import static io.github.glpi4j.transport.tck.mutants.Mutation.request;
import static io.github.glpi4j.transport.tck.mutants.Mutation.responseHeaders;
import static io.github.glpi4j.transport.tck.mutants.Mutation.settings;
import static io.github.glpi4j.transport.tck.mutants.Mutation.sinks;

import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.AsyncContract;
import io.github.glpi4j.transport.tck.contract.CloseContract;
import io.github.glpi4j.transport.tck.contract.ConnectContract;
import io.github.glpi4j.transport.tck.contract.ContextContract;
import io.github.glpi4j.transport.tck.contract.FailureContract;
import io.github.glpi4j.transport.tck.contract.FileContract;
import io.github.glpi4j.transport.tck.contract.FramingContract;
import io.github.glpi4j.transport.tck.contract.FuzzContract;
import io.github.glpi4j.transport.tck.contract.HeaderContract;
import io.github.glpi4j.transport.tck.contract.LookupContract;
import io.github.glpi4j.transport.tck.contract.MixedFaultsContract;
import io.github.glpi4j.transport.tck.contract.PoolContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.ResponseContract;
import io.github.glpi4j.transport.tck.contract.StaleContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import io.github.glpi4j.transport.tck.contract.ThrowingContract;
import io.github.glpi4j.transport.tck.contract.UnsolicitedContract;
import io.github.glpi4j.transport.tck.endtoend.RestartContract;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The table of mutants: what each breaks, and the cases that must fail. */
final class Mutants {

    private Mutants() {}

    static Stream<Mutant> all() {
        return Stream.of(
                        messages(),
                        failures(),
                        pool(),
                        files(),
                        SecurityMutants.security(),
                        threads(),
                        endurance(),
                        ClientMutants.client(),
                        ClientMutants.transfers())
                .flatMap(some -> some);
    }

    static Mutation dropsAHeader() {
        return request(good -> Defects.withHeaders(good, Defects.without(good.headers(), "App-Token")));
    }

    static Mutation allowsBlocking() {
        return AsyncMutant.allowsBlocking();
    }

    private static Mutation ordersHeaders(Consumer<List<Map.Entry<String, String>>> order) {
        return request(good -> Defects.withHeaders(good, Defects.ordered(good.headers(), order)));
    }

    static Mutation claimsNotSent() {
        return failure(e -> new RequestNotSentException("no answer", e));
    }

    static Mutation reportsNoReason() {
        return failure(e -> new IOException("failed", e));
    }

    private static Mutation throwsARuntimeException() {
        return failure(e -> {
            throw new UncheckedIOException(e);
        });
    }

    private static Mutation throwsAnEngineException() {
        return failure(e -> new IOException(e) {
            private static final long serialVersionUID = 1L;
        });
    }

    private static Mutation startsTheResponseTwice() {
        return sinks((good, status, headers) -> {
            good.responseStarted(status, headers);
            return good.responseStarted(status, headers);
        });
    }

    static Mutation uploadsWithoutProgress() {
        return context(good -> new ForwardingContext(good) {
            @Override
            public void onProgress() {}
        });
    }

    static Mutation ignoresMaxConnections() {
        return settings(good -> good.toBuilder().maxConnections(1_000).build());
    }

    private static Mutation trustsIdleConnections() {
        return (settings, resolver) -> new ReferenceTransport(settings, resolver, false);
    }

    static Stream<Mutant> messages() {
        return Stream.of(
                mutant("follows redirects", StatusContract.class, around(Defects::followRedirect))
                        .fails("followsNoRedirectToTheSameServer", "followsNoRedirectToAnotherServer"),
                mutant("retries on 503", StatusContract.class, around((good, request, context) -> {
                            TransportResponse response = good.exchange(request, context);
                            return response.status() == 503 ? good.exchange(request, context) : response;
                        }))
                        .fails("anyStatusIsAResponse"),
                mutant("drops a header", HeaderContract.class, dropsAHeader()).fails("sendsAllHeaders"),
                mutant(
                                "merges response headers",
                                HeaderContract.class,
                                responseHeaders(headers -> Defects.only(
                                        headers,
                                        (name, value) -> headers.firstValue(name)
                                                .orElse("")
                                                .equals(value))))
                        .fails("deliversAllHeaders", "findsHeadersInAnyCase"),
                mutant(
                                "adds a header",
                                HeaderContract.class,
                                request(good -> Defects.withHeader(good, "User-Agent", "engine/1.0")))
                        .fails(
                                "sendsAllHeaders",
                                "sendsValuesExactly",
                                "sendsHeadersThatEnginesLikeToSetUnchanged",
                                "addsOnlyUnavoidableHeaders"),
                mutant("reverses headers", HeaderContract.class, ordersHeaders(Collections::reverse))
                        .fails("sendsAllHeaders"),
                // The order of different names means nothing, so this mutant must pass.
                mutant(
                        "sorts headers",
                        HeaderContract.class,
                        ordersHeaders(fields ->
                                fields.sort(Map.Entry.comparingByKey(Comparator.comparing(String::toLowerCase))))),
                mutant("keeps cookies", HeaderContract.class, Defects.keepsCookies())
                        .fails("keepsNoCookies"),
                mutant(
                                "normalizes the target",
                                RequestContract.class,
                                request(good -> Defects.withTarget(
                                        good, good.target().replace("%7e", "~").replace("//", "/"))))
                        .fails("sendsTheTargetByteForByte"),
                mutant("decodes gzip", ResponseContract.class, around(Defects::decodeGzip))
                        .fails("stillEncodedWithGzip"),
                mutant("starts the response twice", ResponseContract.class, startsTheResponseTwice())
                        .fails("goesToOneSinkFromOneThread"),
                mutant("trusts idle connections", UnsolicitedContract.class, trustsIdleConnections())
                        .fails("anUnsolicitedResponseIsNeverTheNextOne"),
                mutant(
                                "guesses the end",
                                FramingContract.class,
                                (settings, resolver) -> ReferenceTransport.lenient(settings))
                        .fails("anAmbiguousResponseIsRejected", "anAmbiguousResponseIsRejectedWithinTls"),
                mutant("swallows errors", ThrowingContract.class, sinks(Defects::swallowErrors))
                        .fails("endsTheExchange", "endsADownload"));
    }

    static Stream<Mutant> failures() {
        String[] all = {
            "reportsTheExactClassAndKeepsThePoolComplete",
            "reportsADeadReusedConnectionWithoutRetrying",
            "honoursALowerHeaderLimit",
            "stopsEndlessHeadersAtTheLimit"
        };
        return Stream.of(
                mutant("throws an engine exception", FailureContract.class, throwsAnEngineException())
                        .fails(all),
                mutant("throws a RuntimeException", FailureContract.class, throwsARuntimeException())
                        .fails(all),
                mutant("claims not sent", FailureContract.class, claimsNotSent())
                        .fails(all),
                mutant("retries once", FailureContract.class, around(ConnectionDefects::retryOnce))
                        .fails(all[0], all[1]),
                mutant("ignores aborts", AbortContract.class, around(ConnectionDefects::ignoreAbort))
                        .fails(
                                "endsTheExchangeAndKeepsThePoolComplete",
                                "beforeTheStartSendsNothing",
                                "inTheQueueSendsNothing",
                                "repeatedAbortsCountAsOne"),
                mutant("aborts the next exchange too", AbortContract.class, ConnectionDefects.abortsTheNextToo())
                        .runsAndFails("afterTheResponseAffectsNoOtherExchange"),
                mutant(
                                "wraps the refusal",
                                AbortContract.class,
                                failure(e -> e.getClass() == IOException.class ? new IOException("broken", e) : e))
                        .fails("aRefusalByTheSinkEndsTheExchange"),
                mutant("leaks a connection", AbortContract.class, ConnectionDefects.leaksAConnection())
                        .runsAndFails("endsTheExchangeAndKeepsThePoolComplete"),
                mutant("reports no reason", ConnectContract.class, reportsNoReason())
                        .fails(
                                "refused",
                                "unreachable",
                                "anAbortWhileConnectingSendsNothing",
                                "unknownHost",
                                "aServerWithoutTls"),
                mutant(
                                "ignores the connect timeout",
                                ConnectContract.class,
                                settings(good -> good.toBuilder()
                                        .connectTimeout(Duration.ofSeconds(10))
                                        .build()))
                        .runs("refused", "unreachable")
                        .fails("unreachable"),
                mutant(
                                "keeps permits of unknown hosts",
                                ConnectContract.class,
                                ConnectionDefects.keepsPermitsOfUnknownHosts())
                        .soon(5)
                        .fails("unknownHost"),
                mutant("waits for look-ups", LookupContract.class, Mutation.none())
                        .fails("anAbortEndsALookup", "closingTheTransportEndsLookups", "anAddressNeedsNoLookup"));
    }

    static Stream<Mutant> pool() {
        String[] closes = {
            "closesIdleConnections",
            "closesAConnectionThatIsBeingOpened",
            "leavesNoConnectionAtAnyMoment",
            "sendsNothingAfterwards",
            "twiceDoesNothing"
        };
        return Stream.of(
                mutant("ignores maxConnections", PoolContract.class, ignoresMaxConnections())
                        .runsAndFails("neverMoreConnectionsThanAllowed"),
                mutant("reconnects each time", PoolContract.class, ConnectionDefects.reconnectsEachTime())
                        .runsAndFails("oneConnectionServesCallsOneAfterAnother", "reusesEveryOpenConnection"),
                mutant("trusts idle connections", StaleContract.class, trustsIdleConnections())
                        .fails("afterTwoIdleSecondsTheNextCallWorks", "afterARestartACallFailsOnceAtMost"),
                mutant("meets the next dead connection", RestartContract.class, trustsIdleConnections())
                        .fails(
                                "sequentialReadsSucceed",
                                "concurrentReadsSucceed",
                                "closingEndsEverySession",
                                "killSessionEndsEverySession"),
                mutant(
                                "claims that a dead connection took nothing",
                                StaleContract.class,
                                ConnectionDefects.claimsDeadNotSent())
                        .runsAndFails("anImmediateWriteSucceedsOrCountsAsSent"),
                mutant("leaves a thread", CloseContract.class, ConnectionDefects.leavesAThread())
                        .runsAndFails("worksWhenUnused", "leavesNoThread", "usesOnlyDaemonThreads"),
                mutant("does not close", CloseContract.class, ConnectionDefects.doesNotClose())
                        .runsAndFails(closes));
    }

    static Stream<Mutant> files() {
        String[] closings = {
            "reportsABrokenDownloadAndClosesTheFile",
            "anAbortEndsADownloadAndClosesTheFile",
            "closingTheTransportEndsADownloadAndClosesTheFile"
        };
        return Stream.of(
                mutant("measures files late", FileContract.class, around(FileDefects::measureFilesLate))
                        .runs("sendsSegmentsOfBytesAndFilesInOrder", "reportsAFileThatGrew", "reportsAFileThatShrank")
                        .fails("reportsAFileThatGrew", "reportsAFileThatShrank"),
                mutant("appends to the file", FileContract.class, sinks(FileDefects::appendToTheFile))
                        .runsAndFails("writesAResponseToTheFile", "writesAnEmptyResponseAsAnEmptyFile"),
                mutant("leaves the file open", FileContract.class, FileDefects.leavesTheFileOpen())
                        .onLinux()
                        .fails(closings[0], closings[1], closings[2], "writesAResponseToTheFile"),
                mutant("returns half a body", FileContract.class, around(FileDefects::returnHalfABody))
                        .fails(closings),
                mutant("uploads without progress", FileContract.class, uploadsWithoutProgress())
                        .fails("reportsProgressOfAnUpload"),
                mutant("downloads without progress", FileContract.class, sinks(FileDefects::downloadWithoutProgress))
                        .fails("reportsProgressOfADownload"),
                mutant("reports progress once", FileContract.class, context(FileDefects::progressOnce))
                        .fails("reportsProgressOfAnUpload"));
    }

    static Stream<Mutant> threads() {
        return Stream.of(
                mutant("blocks the caller", AsyncContract.class, AsyncMutant.blocksTheCaller())
                        .fails("returnsWhileTheServerIsSilent", "returnsWhileNoConnectionIsFree"),
                mutant("throws at once", AsyncContract.class, AsyncMutant.throwsAtOnce())
                        .fails("reportsFailuresThroughTheStageOnly"),
                mutant("forgets the context", ContextContract.class, AsyncMutant.forgetsTheContext())
                        .fails("theCapturedExecutorReturnsToItsContext", "concurrentExchangesKeepTheirContexts"),
                mutant("mixes contexts", ContextContract.class, AsyncMutant.mixesContexts())
                        .fails("concurrentExchangesKeepTheirContexts"),
                mutant("allows blocking", ContextContract.class, allowsBlocking())
                        .fails("mustNotBlockIsTrueOnEventLoopsOnly"));
    }

    static Stream<Mutant> endurance() {
        return Stream.of(
                // The correct transport passes with a few faults, so the mutants fail because of their defects.
                mutant("none", MixedFaultsContract.class, Mutation.none()),
                mutant("leaks a connection", MixedFaultsContract.class, ConnectionDefects.leaksAConnection())
                        .fails("leaveACompletePoolAndNoLeaks"),
                mutant("leaves a thread", MixedFaultsContract.class, ConnectionDefects.leavesAThread())
                        .fails("leaveACompletePoolAndNoLeaks"),
                mutant("leaks a socket", MixedFaultsContract.class, ConnectionDefects.leaksASocket())
                        .onLinux()
                        .fails("leaveACompletePoolAndNoLeaks"),
                mutant("throws a RuntimeException", FuzzContract.class, throwsARuntimeException())
                        .fails("endsInAResponseOrAnAllowedFailure"),
                mutant("throws an engine exception", FuzzContract.class, throwsAnEngineException())
                        .fails("endsInAResponseOrAnAllowedFailure"),
                mutant("starts the response twice", FuzzContract.class, startsTheResponseTwice())
                        .fails("endsInAResponseOrAnAllowedFailure"));
    }
}
