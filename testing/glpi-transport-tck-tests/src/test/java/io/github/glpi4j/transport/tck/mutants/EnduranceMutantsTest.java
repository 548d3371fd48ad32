package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;

import io.github.glpi4j.transport.tck.contract.AsyncContract;
import io.github.glpi4j.transport.tck.contract.ContextContract;
import io.github.glpi4j.transport.tck.contract.FuzzContract;
import io.github.glpi4j.transport.tck.contract.MixedFaultsContract;
import java.util.stream.Stream;

/** Mutants of contexts, of mixed faults and of random responses. */
final class EnduranceMutantsTest extends MutantTest {

    @Override
    Stream<Mutant> mutants() {
        return Stream.of(
                mutant("blocks the caller", AsyncContract.class, AsyncMutant.blocksTheCaller())
                        .fails("returnsWhileTheServerIsSilent returnsWhileNoConnectionIsFree"),
                mutant("throws at once", AsyncContract.class, AsyncMutant.throwsAtOnce())
                        .fails("reportsFailuresThroughTheStageOnly"),
                mutant("forgets the context", ContextContract.class, AsyncMutant.forgetsTheContext())
                        .fails("theCapturedExecutorReturnsToItsContext concurrentExchangesKeepTheirContexts"),
                mutant("mixes contexts", ContextContract.class, AsyncMutant.mixesContexts())
                        .fails("concurrentExchangesKeepTheirContexts"),
                mutant("allows blocking", ContextContract.class, AsyncMutant.allowsBlocking())
                        .fails("mustNotBlockIsTrueOnEventLoopsOnly"),
                // The correct transport passes with a few faults, so the mutants fail because of their defects.
                mutant("none", MixedFaultsContract.class, Mutation.none()),
                mutant("leaks a connection", MixedFaultsContract.class, ConnectionDefects.leaksAConnection())
                        .fails("leaveACompletePoolAndNoLeaks"),
                mutant("leaves a thread", MixedFaultsContract.class, ConnectionDefects.leavesAThread())
                        .fails("leaveACompletePoolAndNoLeaks"),
                mutant("leaks a socket", MixedFaultsContract.class, ConnectionDefects.leaksASocket())
                        .onLinux()
                        .fails("leaveACompletePoolAndNoLeaks"),
                mutant("throws a RuntimeException", FuzzContract.class, Defects.throwsARuntimeException())
                        .fails("endsInAResponseOrAnAllowedFailure"),
                mutant("throws an engine exception", FuzzContract.class, Defects.throwsAnEngineException())
                        .fails("endsInAResponseOrAnAllowedFailure"),
                mutant("starts the response twice", FuzzContract.class, Defects.startsTheResponseTwice())
                        .fails("endsInAResponseOrAnAllowedFailure"));
    }
}
