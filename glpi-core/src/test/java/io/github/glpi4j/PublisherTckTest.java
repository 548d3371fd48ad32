package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.item.Item;
import io.github.glpi4j.transport.Transport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.Test;

/** Lists pass the Reactive Streams TCK for publishers: pages that are there at once, and pages that take time. */
class PublisherTckTest {

    /** Waited for only where a signal is missing. */
    private static final long PATIENCE = 60_000;

    /** Waited for where a signal must not come. */
    private static final long QUIET = 50;

    /** The case about references collects garbage once, and waits for 0.1 s: on a busy machine, that may be too short. */
    private static final int ATTEMPTS_WITH_GARBAGE = 30;

    /** Such a publisher would fail before a row is requested: nothing is sent here until then. */
    private static final Set<String> NEED_A_FAILED_PUBLISHER = Set.of(
            "optional_spec104_mustSignalOnErrorWhenFails",
            "required_spec109_mayRejectCallsToSubscribeIfPublisherIsUnableOrUnwillingToServeThemRejectionMustTriggerOnErrorAfterOnSubscribe");

    /** How pages arrive. */
    enum Arrival {
        AT_ONCE,
        FROM_AN_EVENT_LOOP,
        FROM_A_THREAD_THAT_WAITS;

        private Transport transport(StubGlpi glpi) {
            return switch (this) {
                case AT_ONCE -> glpi.async();
                case FROM_AN_EVENT_LOOP -> glpi.remote(StubGlpi.Way.ASYNC_ASYNC);
                case FROM_A_THREAD_THAT_WAITS -> glpi.remote(StubGlpi.Way.BLOCKING_ASYNC);
            };
        }
    }

    private static final class Verification extends FlowPublisherVerification<Item> {

        private final Arrival arrival;
        private final int pagesInFlight;
        private final List<GlpiClient> clients = new ArrayList<>();

        Verification(Arrival arrival, int pagesInFlight) {
            super(new TestEnvironment(PATIENCE, QUIET, QUIET), QUIET);
            this.arrival = arrival;
            this.pagesInFlight = pagesInFlight;
        }

        @Override
        public Flow.Publisher<Item> createFlowPublisher(long rows) {
            StubGlpi glpi = ListServer.of(rows);
            GlpiClient client = GlpiClient.builder("http://localhost")
                    .transport(arrival.transport(glpi))
                    .build();
            clients.add(client);
            return ListServer.computers(client)
                    .all()
                    .pageSize(3)
                    .pagesInFlight(pagesInFlight)
                    .publisher();
        }

        @Override
        @SuppressWarnings("NullAway") // how the TCK is told that there is none
        public Flow.Publisher<Item> createFailedFlowPublisher() {
            return null;
        }

        @Override
        public long maxElementsFromPublisher() {
            return Integer.MAX_VALUE;
        }
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicContainer> passesTheTck() {
        return Stream.of(
                cases(Arrival.AT_ONCE, 1),
                cases(Arrival.AT_ONCE, 2),
                cases(Arrival.FROM_AN_EVENT_LOOP, 2),
                cases(Arrival.FROM_A_THREAD_THAT_WAITS, 8));
    }

    private static DynamicContainer cases(Arrival arrival, int pages) {
        List<Method> cases = Arrays.stream(FlowPublisherVerification.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .filter(method -> !method.getName().startsWith("untested_"))
                .filter(method -> !NEED_A_FAILED_PUBLISHER.contains(method.getName()))
                .toList();
        assertThat(cases).hasSizeGreaterThan(20);
        return DynamicContainer.dynamicContainer(
                arrival + ", pages in flight: " + pages,
                cases.stream()
                        .map(method ->
                                DynamicTest.dynamicTest(method.getName(), () -> verify(method, arrival, pages))));
    }

    private static void verify(Method method, Arrival arrival, int pages) throws Throwable {
        int attempts = method.getName().contains("spec313") ? ATTEMPTS_WITH_GARBAGE : 1;
        for (int attempt = 1; ; attempt++) {
            try {
                verifyOnce(method, arrival, pages);
                return;
            } catch (AssertionError e) {
                if (attempt == attempts) {
                    throw e;
                }
            }
        }
    }

    private static void verifyOnce(Method method, Arrival arrival, int pages) throws Throwable {
        Verification verification = new Verification(arrival, pages);
        try {
            verification.setUp();
            method.invoke(verification);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            verification.clients.forEach(GlpiClient::close);
        }
    }
}
