package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;
import static io.github.glpi4j.transport.tck.mutants.Mutation.failure;
import static io.github.glpi4j.transport.tck.mutants.Mutation.settings;

import io.github.glpi4j.transport.tck.contract.AbortContract;
import io.github.glpi4j.transport.tck.contract.ConnectContract;
import io.github.glpi4j.transport.tck.contract.FailureContract;
import io.github.glpi4j.transport.tck.contract.LookupContract;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

final class FailureMutantsTest extends MutantTest {

    private static final String ONCE =
            "reportsTheExactClassAndKeepsThePoolComplete reportsADeadReusedConnectionWithoutRetrying";
    private static final String LIMITS = "honoursALowerHeaderLimit stopsEndlessHeadersAtTheLimit";

    @Override
    Stream<Mutant> mutants() {
        return Stream.of(
                mutant("throws an engine exception", FailureContract.class, Defects.throwsAnEngineException())
                        .fails(ONCE, LIMITS),
                mutant("throws a RuntimeException", FailureContract.class, Defects.throwsARuntimeException())
                        .fails(ONCE, LIMITS),
                mutant("claims not sent", FailureContract.class, Defects.claimsNotSent())
                        .fails(ONCE, LIMITS),
                mutant("retries once", FailureContract.class, ConnectionDefects.retriesOnce())
                        .fails(ONCE),
                mutant("ignores aborts", AbortContract.class, ConnectionDefects.ignoresAborts())
                        .fails("""
                                endsTheExchangeAndKeepsThePoolComplete beforeTheStartSendsNothing
                                inTheQueueSendsNothing repeatedAbortsCountAsOne"""),
                mutant("aborts the next exchange too", AbortContract.class, ConnectionDefects.abortsTheNextToo())
                        .runsAndFails("afterTheResponseAffectsNoOtherExchange"),
                mutant(
                                "wraps the refusal",
                                AbortContract.class,
                                failure(e -> e.getClass() == IOException.class ? new IOException("broken", e) : e))
                        .fails("aRefusalByTheSinkEndsTheExchange"),
                mutant("leaks a connection", AbortContract.class, ConnectionDefects.leaksAConnection())
                        .runsAndFails("endsTheExchangeAndKeepsThePoolComplete"),
                mutant("reports no reason", ConnectContract.class, Defects.reportsNoReason())
                        .fails("refused unreachable anAbortWhileConnectingSendsNothing unknownHost aServerWithoutTls"),
                mutant(
                                "ignores the connect timeout",
                                ConnectContract.class,
                                settings(good -> good.toBuilder()
                                        .connectTimeout(Duration.ofSeconds(10))
                                        .build()))
                        .runs("refused unreachable")
                        .fails("unreachable"),
                mutant(
                                "keeps permits of unknown hosts",
                                ConnectContract.class,
                                ConnectionDefects.keepsPermitsOfUnknownHosts())
                        .soon(5)
                        .fails("unknownHost"),
                mutant("waits for lookups", LookupContract.class, Mutation.none())
                        .fails("anAbortEndsALookup closingTheTransportEndsLookups anAddressNeedsNoLookup"));
    }
}
