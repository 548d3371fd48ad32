package io.github.glpi4j.transport.tck.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.suite.AsyncTransportSuite;
import io.github.glpi4j.transport.tck.suite.TransportSuite;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract class within a test, and records which cases passed and failed. */
final class SuiteRun implements TestExecutionListener {

    private static final List<Class<?>> OUTER = List.of(SubjectSuite.class);

    private final Set<String> failed = new TreeSet<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private final Set<String> passed = new TreeSet<>();

    private SuiteRun() {}

    /** Runs a contract class. */
    static SuiteRun of(Class<? extends TransportContract> contract, Subject subject) {
        return run(subject, List.of(selectNestedClass(OUTER, nested(contract))));
    }

    /** Runs some cases of a contract class. */
    static SuiteRun of(Class<? extends TransportContract> contract, Subject subject, List<String> cases) {
        Class<?> nested = nested(contract);
        return run(
                subject,
                cases.stream()
                        .map(name -> selectNestedMethod(OUTER, nested, method(contract, name)))
                        .toList());
    }

    /** Runs a contract class that is its own factory. */
    static <T extends TransportContract & TransportFactory> SuiteRun of(Class<T> contract) {
        return run(null, List.of(selectClass(contract)));
    }

    private static Class<?> nested(Class<? extends TransportContract> contract) {
        return Stream.of(TransportSuite.class, AsyncTransportSuite.class)
                .flatMap(suite -> Arrays.stream(suite.getDeclaredClasses()))
                .filter(nested -> nested.getSuperclass() == contract)
                .findFirst()
                .orElseThrow();
    }

    private static Method method(Class<?> contract, String name) {
        return ReflectionSupport.findMethods(
                        contract, method -> method.getName().equals(name), HierarchyTraversalMode.TOP_DOWN)
                .get(0);
    }

    /** {@return the names of the failed cases, each once} */
    Set<String> failed() {
        if (failed.isEmpty() && passed.isEmpty() && skipped.isEmpty()) {
            throw new AssertionError("no case has run");
        }
        return failed;
    }

    /** {@return the reasons of the skipped cases, by name} */
    Map<String, String> skipped() {
        return skipped;
    }

    private static SuiteRun run(@Nullable Subject subject, List<? extends DiscoverySelector> selectors) {
        SuiteRun run = new SuiteRun();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getStore().put(Namespace.create(SubjectSuite.class), Subject.class, subject);
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectors)
                                    .build(),
                            run);
        }
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String name = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(MethodSource::getMethodName)
                .orElse(test.getDisplayName());
        if (result.getStatus() == Status.FAILED) {
            failed.add(name);
        } else if (result.getStatus() == Status.ABORTED) {
            skipped.put(name, result.getThrowable().map(Throwable::getMessage).orElse(""));
        } else if (test.isTest()) {
            passed.add(name);
        }
    }
}
