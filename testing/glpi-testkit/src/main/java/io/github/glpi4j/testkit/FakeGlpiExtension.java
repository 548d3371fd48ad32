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
 * static FakeGlpiExtension glpi = FakeGlpiExtension.create();
 * }</pre>
 *
 * <p>A test, or a method around one, may also have a parameter of the type {@link FakeGlpi}. In a field that is not
 * static every test gets a separate server. Tests that share one must not run at the same time, unless it is never
 * reset.
 *
 * <p>Where something outlives a test class, such as an application context that Spring caches, it needs a server that
 * does so as well, at the same address: {@link #shared()} gives one for all classes.
 */
public final class FakeGlpiExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(FakeGlpiExtension.class);

    /** What all extensions of {@link #shared()} have in common. */
    private static final String ONE_PER_JVM = "shared";

    private final FakeGlpiBuilder builder;
    /** The same for extensions that share a server; null for none. */
    private final @Nullable Object shareKey;

    private final boolean resets;
    /** Classes, nested ones included, that have begun and not ended. */
    private int openClasses;

    private @Nullable FakeGlpi running;
    /** Of the shared server, 0 before its first start. */
    private int lastPort;

    /** For {@code @ExtendWith}: a server as {@link FakeGlpi#start()} makes it. */
    public FakeGlpiExtension() {
        this(FakeGlpi.builder(), null, true);
    }

    private FakeGlpiExtension(FakeGlpiBuilder builder, @Nullable Object shareKey, boolean resets) {
        this.builder = Objects.requireNonNull(builder, "builder");
        this.shareKey = shareKey;
        this.resets = resets;
    }

    /**
     * A server as {@link FakeGlpi#start()} makes it.
     *
     * @return the extension
     */
    public static FakeGlpiExtension create() {
        return new FakeGlpiExtension();
    }

    /**
     * A server that the builder describes.
     *
     * @param builder the description
     * @return the extension
     */
    public static FakeGlpiExtension create(FakeGlpiBuilder builder) {
        return new FakeGlpiExtension(builder, null, true);
    }

    /**
     * One server for all test classes of the JVM, as {@link FakeGlpi#start()} makes it. It starts with the first class
     * that uses it and stops after the last test of the run. Every extension that this method gives uses the same server.
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
     * As {@link #shared()}, with one server for each builder: every extension that was given the same builder uses the
     * same server.
     *
     * @param builder the description
     * @return the extension
     */
    public static FakeGlpiExtension shared(FakeGlpiBuilder builder) {
        return new FakeGlpiExtension(builder, builder, true);
    }

    /**
     * An extension that does not reset the server before each test: accounts, documents and sessions stay, and {@link
     * FakeGlpi#reset()} is for the tests to call.
     *
     * @return the extension
     */
    public FakeGlpiExtension withoutReset() {
        return new FakeGlpiExtension(builder, shareKey, false);
    }

    /**
     * The running server.
     *
     * @return the server
     * @throws IllegalStateException outside of the tests
     */
    public synchronized FakeGlpi fake() {
        if (running == null) {
            throw new IllegalStateException("FakeGlpi runs only while the tests of the class do");
        }
        return running;
    }

    /**
     * The base URL that a client needs, see {@link FakeGlpi#url()}.
     *
     * @return the URL
     */
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

    /** In a further run of the same JVM, such as of flaky tests, what is cached still knows the address. */
    private FakeGlpi startAgain() {
        if (lastPort != 0) {
            try {
                return builder.startAt(lastPort);
            } catch (FatalStartupException taken) {
                // Then at another address.
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

    /** In the store of JUnit's root context, which is closed at the end of the run. */
    @SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else.
    private record SharedServer(FakeGlpi fake) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            fake.close();
        }
    }
}
