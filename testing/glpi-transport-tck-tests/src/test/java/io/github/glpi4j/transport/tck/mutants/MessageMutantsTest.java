package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutant.mutant;
import static io.github.glpi4j.transport.tck.mutants.Mutation.flawed;
import static io.github.glpi4j.transport.tck.mutants.Mutation.request;
import static io.github.glpi4j.transport.tck.mutants.Mutation.requestHeaders;
import static io.github.glpi4j.transport.tck.mutants.Mutation.responseHeaders;

import io.github.glpi4j.transport.tck.contract.FramingContract;
import io.github.glpi4j.transport.tck.contract.HeaderContract;
import io.github.glpi4j.transport.tck.contract.RequestContract;
import io.github.glpi4j.transport.tck.contract.ResponseContract;
import io.github.glpi4j.transport.tck.contract.StatusContract;
import io.github.glpi4j.transport.tck.contract.ThrowingContract;
import io.github.glpi4j.transport.tck.contract.UnsolicitedContract;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport.Flaw;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

final class MessageMutantsTest extends MutantTest {

    @Override
    Stream<Mutant> mutants() {
        return Stream.of(
                mutant("follows redirects", StatusContract.class, Defects.followsRedirects())
                        .fails("followsNoRedirectToTheSameServer followsNoRedirectToAnotherServer"),
                mutant("retries on 503", StatusContract.class, Defects.retriesOn503())
                        .fails("anyStatusIsAResponse"),
                mutant("drops a header", HeaderContract.class, Defects.dropsAHeader())
                        .fails("sendsAllHeaders"),
                mutant("merges response headers", HeaderContract.class, responseHeaders(fields -> {
                            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                            fields.removeIf(field -> !names.add(field.getKey()));
                        }))
                        .fails("deliversAllHeaders findsHeadersInAnyCase"),
                mutant(
                                "adds a header",
                                HeaderContract.class,
                                requestHeaders(fields -> fields.add(Map.entry("User-Agent", "engine/1.0"))))
                        .fails("""
                                sendsAllHeaders sendsValuesExactly sendsHeadersThatEnginesLikeToSetUnchanged
                                addsOnlyUnavoidableHeaders"""),
                mutant("reverses headers", HeaderContract.class, requestHeaders(Collections::reverse))
                        .fails("sendsAllHeaders"),
                // The order of different names means nothing, so this mutant must pass.
                mutant(
                        "sorts headers",
                        HeaderContract.class,
                        requestHeaders(fields ->
                                fields.sort(Map.Entry.comparingByKey(Comparator.comparing(String::toLowerCase))))),
                mutant("keeps cookies", HeaderContract.class, Defects.keepsCookies())
                        .fails("keepsNoCookies"),
                mutant(
                                "normalizes the target",
                                RequestContract.class,
                                request(good -> Defects.withTarget(
                                        good,
                                        good.origin(),
                                        good.target().replace("%7e", "~").replace("//", "/"))))
                        .fails("sendsTheTargetByteForByte"),
                mutant("decodes gzip", ResponseContract.class, Defects.decodesGzip())
                        .fails("stillEncodedWithGzip"),
                mutant("starts the response twice", ResponseContract.class, Defects.startsTheResponseTwice())
                        .fails("goesToOneSinkFromOneThread"),
                mutant("trusts idle connections", UnsolicitedContract.class, flawed(Flaw.TRUSTS_IDLE_CONNECTIONS))
                        .fails("anUnsolicitedResponseIsNeverTheNextOne"),
                mutant("guesses the end", FramingContract.class, flawed(Flaw.GUESSES_THE_END))
                        .fails("anAmbiguousResponseIsRejected anAmbiguousResponseIsRejectedWithinTls"),
                mutant("swallows errors", ThrowingContract.class, Defects.swallowsErrors())
                        .fails("endsTheExchange endsADownload"));
    }
}
