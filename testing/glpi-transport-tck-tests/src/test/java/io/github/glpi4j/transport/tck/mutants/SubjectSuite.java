package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.reference.LoopContext;
import io.github.glpi4j.transport.tck.reference.Resolver;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.suite.AsyncTransportSuite;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contracts on the subject of a {@link SuiteRun}. */
@ExtendWith(SubjectExtension.class)
final class SubjectSuite extends AsyncTransportSuite {

    private final Subject subject;

    SubjectSuite(Subject subject) {
        this.subject = subject;
    }

    @Override
    public Transport create(TransportSettings settings) {
        return subject.mutation().create(settings, Resolver.SYSTEM);
    }

    @Override
    public Transport createWithFailingResolver() {
        return subject.mutation().create(TransportSettings.defaults(), Resolver.FAILING);
    }

    @Override
    public Transport createWithStuckResolver(Gate end) {
        return subject.mutation().create(TransportSettings.defaults(), Resolver.stuckUntil(end));
    }

    @Override
    public Stream<CallerContext> contexts() {
        return LoopContext.some();
    }

    @Override
    public Duration soon() {
        return subject.soon();
    }

    @Override
    public Set<Capability> capabilities() {
        return subject.capabilities();
    }

    @Override
    public List<KnownGap> knownGaps() {
        return subject.knownGaps();
    }

    @Override
    public long seed() {
        return 1;
    }

    @Override
    public int repetitions(int usual) {
        return Math.min(usual, 60);
    }
}
