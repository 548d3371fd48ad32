package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;
import static io.github.glpi4j.transport.tck.mutants.Mutation.flawed;

import io.github.glpi4j.transport.tck.contract.CloseContract;
import io.github.glpi4j.transport.tck.contract.PoolContract;
import io.github.glpi4j.transport.tck.contract.StaleContract;
import io.github.glpi4j.transport.tck.endtoend.RestartContract;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport.Flaw;
import java.util.stream.Stream;

final class PoolMutantsTest extends MutantTest {

    @Override
    Stream<Mutant> mutants() {
        return Stream.of(
                mutant("ignores maxConnections", PoolContract.class, Defects.ignoresMaxConnections())
                        .runsAndFails("neverMoreConnectionsThanAllowed"),
                mutant("reconnects each time", PoolContract.class, ConnectionDefects.reconnectsEachTime())
                        .runsAndFails("oneConnectionServesCallsOneAfterAnother reusesEveryOpenConnection"),
                mutant("trusts idle connections", StaleContract.class, flawed(Flaw.TRUSTS_IDLE_CONNECTIONS))
                        .fails("afterTwoIdleSecondsTheNextCallWorks afterARestartACallFailsOnceAtMost"),
                mutant("trusts idle connections", RestartContract.class, flawed(Flaw.TRUSTS_IDLE_CONNECTIONS))
                        .fails("""
                                sequentialReadsSucceed concurrentReadsSucceed closingEndsEverySession
                                killSessionEndsEverySession"""),
                mutant(
                                "claims that a dead connection took nothing",
                                StaleContract.class,
                                ConnectionDefects.claimsDeadNotSent())
                        .runsAndFails("anImmediateWriteSucceedsOrCountsAsSent"),
                mutant("leaves a thread", CloseContract.class, ConnectionDefects.leavesAThread())
                        .runsAndFails("worksWhenUnused leavesNoThread usesOnlyDaemonThreads"),
                mutant("does not close", CloseContract.class, ConnectionDefects.doesNotClose())
                        .runsAndFails("""
                                closesIdleConnections closesAConnectionThatIsBeingOpened leavesNoConnectionAtAnyMoment
                                sendsNothingAfterwards twiceDoesNothing"""));
    }
}
