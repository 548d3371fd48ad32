package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.reference.Resolver;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs a contract class on the mutant that its constructor receives. */
@ExtendWith({MutantParameter.class, SkipAfterFailure.class})
interface Subject extends TransportFactory {

    Mutant mutant();

    @Override
    default Transport create(TransportSettings settings) {
        return mutant().mutation().create(settings, Resolver.SYSTEM);
    }

    @Override
    default Duration soon() {
        return mutant().soon();
    }
}
