package io.github.glpi4j.transport.tck;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives each case of a contract class its factory, runs it, and compares the outcome with the transport's known gaps. A failure of
 * a parameterized case is reported with its arguments or its seed, since Maven identifies such a case by a number.
 */
final class ContractExtension extends TypeBasedParameterResolver<Seed>
        implements BeforeEachCallback, InvocationInterceptor, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(ContractExtension.class);

    ContractExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        TransportFactory factory = context.getRequiredTestInstances()
                .findInstance(TransportFactory.class)
                .orElseThrow(() -> new IllegalStateException(
                        "implement TransportFactory in the test class, or in the class around it"));
        ((TransportContract) context.getRequiredTestInstance()).use(factory);
    }

    @Override
    public Seed resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TransportContract contract = (TransportContract) context.getRequiredTestInstance();
        Seed seed = new Seed(contract.factory().seed());
        context.publishReportEntry("seed", Long.toString(seed.value()));
        return seed;
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        String seed = method.getArguments().stream()
                .filter(Seed.class::isInstance)
                .map(Object::toString)
                .collect(Collectors.joining());
        run(invocation, method.getExecutable(), seed, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, method.getExecutable(), context.getDisplayName(), context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext dynamic, ExtensionContext context)
            throws Throwable {
        ExtensionContext factory = context;
        while (factory.getTestMethod().isEmpty()) {
            factory = factory.getParent().orElseThrow();
        }
        run(invocation, factory.getRequiredTestMethod(), context.getDisplayName(), factory);
    }

    private static void run(Invocation<Void> invocation, Method method, String arguments, ExtensionContext context)
            throws Throwable {
        Seen seen = seen(context);
        TransportContract contract = (TransportContract) context.getRequiredTestInstance();
        List<KnownGap> declared = contract.factory().knownGaps().stream()
                .filter(gap -> gap.isAbout(method.getDeclaringClass(), method.getName()))
                .toList();
        seen.declared.addAll(declared.stream().map(KnownGap::toString).toList());
        for (KnownGap gap : declared) {
            if (gap.covers(arguments)) {
                seen.covered.add(gap.toString());
                if (gap.hangs()) {
                    contract.shortenWaits();
                }
                assertFails(gap, invocation, arguments);
                return;
            }
        }
        try {
            invocation.proceed();
        } catch (TestAbortedException e) {
            throw e;
        } catch (Throwable e) {
            throw arguments.isEmpty() ? e : named(arguments, e);
        }
    }

    private static void assertFails(KnownGap gap, Invocation<Void> invocation, String arguments) throws Throwable {
        try {
            invocation.proceed();
        } catch (TestAbortedException e) {
            throw e;
        } catch (Throwable e) {
            if (!gap.explains(messages(e))) {
                throw named("not the known gap [" + gap + "], " + arguments, e);
            }
            throw new TestAbortedException("known gap: " + gap.reason(), e);
        }
        if (!gap.passesSometimes()) {
            throw new AssertionError("a known gap is declared, but the case passes: remove [" + gap + "]");
        }
    }

    private static AssertionError named(String arguments, Throwable failure) {
        String message = failure instanceof AssertionError ? failure.getMessage() : failure.toString();
        boolean isNamed = String.valueOf(message).startsWith(arguments + ": ");
        AssertionError named = new AssertionError(isNamed ? message : arguments + ": " + message, failure);
        named.setStackTrace(failure.getStackTrace());
        return named;
    }

    private static String messages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            messages.append(each).append('\n');
        }
        return messages.toString();
    }

    /** A declaration whose arguments never occurred is misspelled, or its case no longer exists. */
    @Override
    public void afterAll(ExtensionContext context) {
        Seen seen = seen(context);
        seen.declared.removeAll(seen.covered);
        if (!seen.declared.isEmpty()) {
            throw new AssertionError("no invocation was covered by the known gaps " + seen.declared);
        }
    }

    private static Seen seen(ExtensionContext context) {
        ExtensionContext ofTheClass = context;
        while (ofTheClass.getTestMethod().isPresent()) {
            ofTheClass = ofTheClass.getParent().orElseThrow();
        }
        return ofTheClass
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(ofTheClass.getUniqueId(), id -> new Seen(), Seen.class);
    }

    /** The gaps of one class: those whose case has run, and those that covered an invocation. */
    private static final class Seen {

        private final Set<String> declared = ConcurrentHashMap.newKeySet();
        private final Set<String> covered = ConcurrentHashMap.newKeySet();
    }
}
