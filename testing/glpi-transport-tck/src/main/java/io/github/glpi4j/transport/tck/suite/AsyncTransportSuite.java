package io.github.glpi4j.transport.tck.suite;

import io.github.glpi4j.transport.tck.contract.AsyncContract;
import io.github.glpi4j.transport.tck.contract.ContextContract;
import org.junit.jupiter.api.Nested;

/** All contracts of an asynchronous transport. Override {@link #contexts()} if its callers have contexts. */
public abstract class AsyncTransportSuite extends TransportSuite {

    /** For the transport's own test class. */
    protected AsyncTransportSuite() {}

    @Nested
    final class Asyncs extends AsyncContract {}

    @Nested
    final class Contexts extends ContextContract {}
}
