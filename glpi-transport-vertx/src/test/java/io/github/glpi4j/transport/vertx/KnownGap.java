package io.github.glpi4j.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * The cases of the contract that Vert.x cannot meet. They are run all the same, and have to fail the documented way, so
 * that it is noticed when Vert.x gets better:
 *
 * <ul>
 *   <li>Its HTTP client skips 100 and 103 but takes 102 for the answer, and hands over nothing that comes after.
 *   <li>A lent web client does not tell when it has a connection: an exchange aborted before that counts as sent.
 * </ul>
 */
final class KnownGap implements InvocationInterceptor {

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (isNamed("skipsWhatComesBeforeTheAnswer", method)
                && method.getArguments().contains(102)) {
            assertFails(invocation, "status 102 is not a final answer");
        } else {
            invocation.proceed();
        }
    }

    /** Only the nested class for the lent web client names this extension and has such a case. */
    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (isNamed("anAbortWhileConnectingSendsNothing", method)) {
            assertFails(invocation, "IOException: the exchange was aborted before a whole answer came");
        } else {
            invocation.proceed();
        }
    }

    private static boolean isNamed(String name, ReflectiveInvocationContext<Method> method) {
        return method.getExecutable().getName().equals(name);
    }

    private static void assertFails(Invocation<Void> invocation, String message) {
        assertThat(catchThrowable(invocation::proceed)).hasStackTraceContaining(message);
    }
}
