package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;

import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.TimeoutContract;
import java.util.stream.Stream;

final class ClientMutantsTest extends MutantTest {

    @Override
    Stream<Mutant> mutants() {
        return Stream.of(
                mutant("claims not sent", ClientContract.class, Defects.claimsNotSent())
                        .runs("""
                                retriesAReadOnceAfterABrokenConnection doesNotRetryALoginAfterABrokenConnection
                                cancellingTheFutureEndsTheExchange""")
                        .fails("retriesAReadOnceAfterABrokenConnection doesNotRetryALoginAfterABrokenConnection"),
                mutant("retries once", ClientContract.class, ConnectionDefects.retriesOnce())
                        .runsAndFails("""
                                reportsAFaultAndSendsAWriteOnce doesNotRetryALoginAfterABrokenConnection
                                sendsNoWriteTwiceWhenTheServerClosesAtAnyTime"""),
                mutant("follows redirects", ClientContract.class, Defects.followsRedirects())
                        .runsAndFails("failsOnARedirectWithoutContactingTheOtherHost"),
                mutant("ignores aborts", ClientContract.class, ConnectionDefects.ignoresAborts())
                        .runsAndFails("cancellingTheFutureEndsTheExchange anInterruptEndsTheExchangeAndStaysSet"),
                mutant("decodes gzip", ClientContract.class, Defects.decodesGzip())
                        .runsAndFails("readsGzipAndReportsBrokenGzip"),
                mutant("ignores maxConnections", TimeoutContract.class, Defects.ignoresMaxConnections())
                        .runsAndFails("theCallTimeoutCoversTheQueueAndSaysSo"),
                mutant("reports no reason", ClientContract.class, Defects.reportsNoReason())
                        .runsAndFails("sendsNothingWhenTheConnectionIsRefused sendsNothingWhenTheServerIsUnreachable"),
                mutant("swallows refusals", ClientContract.class, Defects.swallowsRefusals())
                        .runsAndFails("stopsAResponseOverTheLimit"),
                mutant("throws an Error", ClientContract.class, Defects.throwsAnError())
                        .runsAndFails("anyResponseEndsInAResultOrAGlpiException"));
    }
}
