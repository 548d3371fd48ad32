package io.github.glpi4j.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * The cases of the contract that Vert.x cannot meet. They are run all the same, and have to fail the documented way, so
 * that it is noticed when Vert.x gets better:
 *
 * <ul>
 *   <li>Its HTTP client skips 100 and 103 but takes 102 for the answer, and hands over nothing that comes after.
 *   <li>Its decoder is lenient and cannot be configured: a blank after a header's name, a zero before a status and those
 *       before the size of a chunk are gone when a response is handed over.
 *   <li>A lent web client does not tell when it has a connection: an exchange aborted before that counts as sent.
 * </ul>
 */
final class KnownGap implements InvocationInterceptor {

    /** Of the contract's faults of framing. */
    private static final Set<String> INVISIBLE = Set.of(
            "LENGTH_WITH_BLANK_BEFORE_COLON",
            "CHUNKED_WITH_BLANK_BEFORE_COLON",
            "NAME_WITH_BLANK",
            "NAME_WITH_TAB",
            "STATUS_WITH_LEADING_ZERO",
            "CHUNK_SIZE_TOO_LONG");

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (isNamed("skipsWhatComesBeforeTheAnswer", method)
                && method.getArguments().contains(102)) {
            assertFails(invocation, "status 102 is not a final answer");
        } else if (method.getExecutable().getName().startsWith("anAmbiguousResponseIsRejected")
                && INVISIBLE.contains(method.getArguments().get(0).toString())) {
            assertFails(invocation, "a failure was due");
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
