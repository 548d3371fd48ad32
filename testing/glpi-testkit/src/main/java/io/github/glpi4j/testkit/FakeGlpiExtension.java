package io.github.glpi4j.testkit;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a {@link FakeGlpi} for the tests of a class (JUnit 5), resets it before each test and stops it after the last.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();
 * }</pre>
 *
 * <p>Test and lifecycle methods may also declare a parameter of type {@link FakeGlpi}. In a non-static field, each test
 * gets its own server. Tests that share a server must not run concurrently, unless it is never reset.
 *
 * <p>Objects that outlive a test class, such as an application context cached by Spring, need a server that does so at
 * the same address: see {@link #shared()}.
 */
public final class FakeGlpiExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(FakeGlpiExtension.class);

    /** The key of all extensions created by {@link #shared()}. */
    private static final String ONE_PER_JVM = "shared";

    private final FakeGlpiBuilder builder;
    /** Equal for extensions that share a server; null for none. */
    private final @Nullable Object shareKey;

    private final boolean resets;
    /** The number of test classes, including nested ones, that have started and not finished. */
    private int openClasses;

    private @Nullable FakeGlpi running;
    /** The port of the shared server, 0 before its first start. */
    private int lastPort;

    /** For {@code @ExtendWith}: a server with the defaults of {@link FakeGlpi#start()}. */
    public FakeGlpiExtension() {
        this(FakeGlpi.builder(), null, true);
    }

    private FakeGlpiExtension(FakeGlpiBuilder builder, @Nullable Object shareKey, boolean resets) {
        this.builder = Objects.requireNonNull(builder, "builder");
        this.shareKey = shareKey;
        this.resets = resets;
    }

    /** {@return an extension with the defaults of {@link FakeGlpi#start()}} */
    public static FakeGlpiExtension create() {
        return new FakeGlpiExtension();
    }

    /**
     * Creates an extension that starts its server with the given builder.
     *
     * @param builder the configuration
     * @return the extension
     */
    public static FakeGlpiExtension create(FakeGlpiBuilder builder) {
        return new FakeGlpiExtension(builder, null, true);
    }

    /**
     * Shares one server, with the defaults of {@link FakeGlpi#start()}, between all test classes of the JVM. It starts with the
     * first class that uses it and stops after the last test of the run. All extensions created by this method use the same
     * server.
     *
     * <p>For Spring, in a base class of the tests that share an application context:
     *
     * <pre>{@code
     * @RegisterExtension
     * static final FakeGlpiExtension GLPI = FakeGlpiExtension.shared();
     *
     * @DynamicPropertySource
     * static void glpi(DynamicPropertyRegistry registry) {
     *     registry.add("glpi.url", GLPI::url);
     * }
     * }</pre>
     *
     * @return the extension
     */
    public static FakeGlpiExtension shared() {
        return new FakeGlpiExtension(FakeGlpi.builder(), ONE_PER_JVM, true);
    }

    /**
     * Shares one server per builder, as {@link #shared()} does: all extensions created with the same builder use the same
     * server.
     *
     * @param builder the configuration
     * @return the extension
     */
    public static FakeGlpiExtension shared(FakeGlpiBuilder builder) {
        return new FakeGlpiExtension(builder, builder, true);
    }

    /**
     * Disables the reset before each test: accounts, documents and sessions remain until the test calls
     * {@link FakeGlpi#reset()}.
     *
     * @return the changed copy
     */
    public FakeGlpiExtension withoutReset() {
        return new FakeGlpiExtension(builder, shareKey, false);
    }

    /**
     * {@return the running server}
     *
     * @throws IllegalStateException if no test is running
     */
    public synchronized FakeGlpi fake() {
        if (running == null) {
            throw new IllegalStateException("FakeGlpi only runs during the tests of the class");
        }
        return running;
    }

    /** {@return the base URL for the client, see {@link FakeGlpi#url()}} */
    public String url() {
        return fake().url();
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        openClasses++;
        startIfStopped(context);
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        startIfStopped(context);
        if (resets) {
            fake().reset();
        }
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        stopIfUnused();
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        openClasses--;
        stopIfUnused();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(FakeGlpi.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return fake();
    }

    private void startIfStopped(ExtensionContext context) {
        if (shareKey != null) {
            running = context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(shareKey, key -> new SharedServer(startAgain()), SharedServer.class)
                    .fake();
            lastPort = running.port();
        } else if (running == null) {
            running = builder.start();
        }
    }

    /**
     * Keeps the address for a further run in the same JVM, such as a rerun of flaky tests, whose caches still hold it.
     */
    private FakeGlpi startAgain() {
        if (lastPort != 0) {
            try {
                return builder.startAt(lastPort);
            } catch (FatalStartupException taken) {
                // The port is taken: use another.
            }
        }
        return builder.start();
    }

    private void stopIfUnused() {
        if (shareKey == null && running != null && openClasses == 0) {
            running.close();
            running = null;
        }
    }

    /** Kept in the store of JUnit's root context, which is closed at the end of the run. */
    @SuppressWarnings("deprecation") // JUnit before 5.13 closes only these.
    private record SharedServer(FakeGlpi fake) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            fake.close();
        }
    }
}
