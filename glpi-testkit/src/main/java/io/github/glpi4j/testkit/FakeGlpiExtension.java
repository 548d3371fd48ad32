package io.github.glpi4j.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
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
 * static every test gets a server of its own. Tests that share one must not run at the same time.
 */
public final class FakeGlpiExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final FakeGlpiBuilder builder;
    /** Classes, nested ones included, that have begun and not ended. */
    private int openClasses;

    private @Nullable FakeGlpi running;

    /** For {@code @ExtendWith}: a server as {@link FakeGlpi#start()} makes it. */
    public FakeGlpiExtension() {
        this(FakeGlpi.builder());
    }

    private FakeGlpiExtension(FakeGlpiBuilder builder) {
        this.builder = Objects.requireNonNull(builder, "builder");
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
        return new FakeGlpiExtension(builder);
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
        startIfStopped();
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        startIfStopped();
        fake().reset();
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

    private void startIfStopped() {
        if (running == null) {
            running = builder.start();
        }
    }

    private void stopIfUnused() {
        if (running != null && openClasses == 0) {
            running.close();
            running = null;
        }
    }
}
