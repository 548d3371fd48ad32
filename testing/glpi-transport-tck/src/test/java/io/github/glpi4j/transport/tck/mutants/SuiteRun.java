package io.github.glpi4j.transport.tck.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract class within a test, and records which cases passed and failed. */
final class SuiteRun implements TestExecutionListener {

    private final Set<String> failed = new TreeSet<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private final Set<String> passed = new TreeSet<>();

    private SuiteRun() {}

    static SuiteRun of(Class<?> contract) {
        return run(Map.of(), selectClass(contract));
    }

    /** Runs one case only. */
    static SuiteRun of(Class<?> contract, String name) {
        return run(Map.of(), selectMethod(contract, method(contract, name)));
    }

    static SuiteRun of(Mutant mutant) {
        List<Class<?>> outer = List.of(Subjects.class);
        Class<?> subject = Subjects.of(mutant.contract());
        Stream<Method> methods = mutant.cases().stream().map(name -> method(mutant.contract(), name));
        Stream<DiscoverySelector> selectors = mutant.cases().isEmpty()
                ? Stream.of(selectNestedClass(outer, subject))
                : methods.map(method -> selectNestedMethod(outer, subject, method));
        return run(Map.of(MutantParameter.KEY, mutant.id()), selectors.toArray(DiscoverySelector[]::new));
    }

    static void assertCaught(Mutant mutant) {
        assumeThat(!mutant.needsLinux() || Files.isDirectory(Path.of("/proc/self/fd")))
                .as("the system lists its open files")
                .isTrue();
        assertThat(of(mutant).failed()).containsExactlyInAnyOrderElementsOf(mutant.failing());
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

    private static SuiteRun run(Map<String, String> parameters, DiscoverySelector... selectors) {
        SuiteRun run = new SuiteRun();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameters(parameters)
                .build();
        LauncherFactory.create().execute(request, run);
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
