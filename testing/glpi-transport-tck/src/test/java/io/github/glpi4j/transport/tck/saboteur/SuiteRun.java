package io.github.glpi4j.transport.tck.saboteur;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.glpi4j.transport.tck.TransportContract;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract class inside a test and tells which cases passed and which failed. */
final class SuiteRun implements TestExecutionListener {

    private final Set<String> failed = new TreeSet<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private final Set<String> passed = new TreeSet<>();

    private SuiteRun() {}

    static SuiteRun of(Class<?> contract) {
        return run(selectClass(contract));
    }

    /** Only some cases, such as {@code keepsNoCookies} or {@code anyStatusIsAnAnswer(int)}. */
    static SuiteRun of(Class<?> contract, String... cases) {
        return run(Arrays.stream(cases)
                .map(each -> selectMethod(contract.getName() + "#" + each))
                .toArray(DiscoverySelector[]::new));
    }

    /** Only the first invocation of a case whose one parameter is of a type of the suite. */
    static SuiteRun firstOf(Class<?> contract, String name, String parameter) {
        String type = TransportContract.class.getPackageName() + "." + parameter;
        return run(selectIteration(selectMethod(contract, name, type), 0));
    }

    /** The names of the cases that failed, each once however many invocations it has. */
    Set<String> failed() {
        if (failed.isEmpty() && passed.isEmpty() && skipped.isEmpty()) {
            throw new AssertionError("no case has run");
        }
        return failed;
    }

    /** The reasons of the cases that were skipped, by their names. */
    Map<String, String> skipped() {
        return skipped;
    }

    private static SuiteRun run(DiscoverySelector... selectors) {
        SuiteRun run = new SuiteRun();
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
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
