package io.github.glpi4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.internal.discovery.TransportDiscovery;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportProvider;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The core's own class path holds no transport, so the context loader is asked here. */
class TransportDiscoveryTest {

    public static class First implements TransportProvider {
        @Override
        public String name() {
            return "first";
        }

        @Override
        public Transport create(TransportSettings settings) {
            return (BlockingTransport) (request, exchange) -> {
                throw new IOException("first with " + settings.maxConnections());
            };
        }
    }

    public static final class Second extends First {
        @Override
        public String name() {
            return "second";
        }
    }

    public static final class Broken extends First {
        public Broken() {
            throw new IllegalStateException("cannot be made");
        }
    }

    public static final class NameFails extends First {
        @Override
        public String name() {
            throw new NoClassDefFoundError("missing/Engine");
        }
    }

    public static final class NameThrows extends First {
        @Override
        public String name() {
            throw new IllegalStateException("no name today");
        }
    }

    public static final class NoName extends First {
        @Override
        @SuppressWarnings("NullAway") // breaks the contract
        public String name() {
            return null;
        }
    }

    public static final class ConstructorFails extends First {
        public ConstructorFails() {
            throw new AssertionError("cannot be made");
        }
    }

    public static final class CreatesNothing extends First {
        @Override
        public String name() {
            return "nothing";
        }

        @Override
        @SuppressWarnings("NullAway") // breaks the contract
        public Transport create(TransportSettings settings) {
            return null;
        }
    }

    public static final class CreateFails extends First {
        @Override
        public String name() {
            return "fails";
        }

        @Override
        public Transport create(TransportSettings settings) {
            throw new NoClassDefFoundError("missing/Engine");
        }
    }

    @TempDir
    Path directory;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private void provide(String... providers) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.write(services.resolve(TransportProvider.class.getName()), List.of(providers));
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {directory.toUri().toURL()}, before));
    }

    private static GlpiClientBuilder builder() {
        return GlpiClient.builder("http://localhost").credentials(Credentials.userToken("user-token"));
    }

    @Test
    void noneNamesTheArtefactsToAdd() {
        assertThatThrownBy(() -> builder().build())
                .isExactlyInstanceOf(GlpiConfigurationException.class)
                .hasMessageContainingAll("glpi-transport-apache", "glpi-transport-vertx");
    }

    @Test
    void theOnlyOneIsTaken() throws IOException {
        provide(First.class.getName());
        try (GlpiClient client = builder()
                .transportSettings(TransportSettings.builder().maxConnections(7).build())
                .build()) {
            assertThatThrownBy(() -> client.initSession().execute()).hasMessageContaining("first with 7");
        }
    }

    @Test
    void severalWithoutAChoiceNameEachAndTheThreeWays() throws IOException {
        provide(First.class.getName(), Second.class.getName());
        assertThatThrownBy(() -> builder().build())
                .isExactlyInstanceOf(GlpiConfigurationException.class)
                .hasMessageContainingAll(
                        "'first'",
                        "'second'",
                        First.class.getName(),
                        "test-classes",
                        "transport(\"name\")",
                        "transport(instance)",
                        TransportDiscovery.PROPERTY);
    }

    @Test
    void aNamePicks() throws IOException {
        provide(First.class.getName(), Second.class.getName());
        builder().transport("second").build().close();
        assertThatThrownBy(() -> builder().transport("third").build())
                .isExactlyInstanceOf(GlpiConfigurationException.class)
                .hasMessageContainingAll("'third'", "'first'", "'second'");
    }

    @Test
    void aBrokenProviderIsReportedAndNotFatal() throws IOException {
        provide(Broken.class.getName(), "no.such.Provider", First.class.getName());
        builder().build().close();
        assertThatThrownBy(() -> builder().transport("second").build())
                .hasMessageContainingAll("not loadable", "no.such.Provider", "Broken");
    }

    @ParameterizedTest
    @ValueSource(classes = {NameFails.class, NameThrows.class, NoName.class, ConstructorFails.class})
    void aBrokenProviderDoesNotBreakTheChoice(Class<?> broken) throws IOException {
        provide(broken.getName(), First.class.getName(), Second.class.getName());
        builder().transport("second").build().close();
        assertThatThrownBy(() -> builder().transport("third").build())
                .isExactlyInstanceOf(GlpiConfigurationException.class)
                .hasMessageContainingAll("'first'", broken.getName());
    }

    @Test
    void aGoodProviderIsFoundBehindManyBrokenOnes() throws IOException {
        List<String> entries = new ArrayList<>();
        for (int entry = 0; entry < 300; entry++) {
            entries.add("no.such.Provider" + entry);
        }
        entries.add(First.class.getName());
        provide(entries.toArray(String[]::new));
        builder().build().close();
        assertThatThrownBy(() -> builder().transport("second").build()).hasMessageContaining("and 290 more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "fails"})
    void aProviderThatCreatesNoTransportIsNamed(String name) throws IOException {
        provide(First.class.getName(), CreatesNothing.class.getName(), CreateFails.class.getName());
        assertThatThrownBy(() -> builder().transport(name).build())
                .isExactlyInstanceOf(GlpiConfigurationException.class)
                .hasMessageContainingAll("'" + name + "'", "could not be created");
    }

    @Test
    void settingsBesideAnInstanceAreRefused() {
        BlockingTransport mine = (request, exchange) -> {
            throw new IOException("mine");
        };
        for (GlpiClientBuilder builder : List.of(
                builder().transport(mine).transport("first"),
                builder().transport(mine).transportSettings(TransportSettings.defaults()),
                builder().transport(() -> mine).transport("first"),
                builder().transport(() -> mine).transportSettings(TransportSettings.defaults()))) {
            assertThatThrownBy(builder::build).isExactlyInstanceOf(GlpiConfigurationException.class);
        }
    }

    @Test
    void anInstanceStaysOpenAndWhatIsMadeIsClosed() {
        Closeable mine = new Closeable();
        builder().transport(mine).build().close();
        assertThat(mine.closed).isFalse();

        builder().transport(mine).transport(() -> mine).build().close();
        assertThat(mine.closed).as("the latest call counts").isTrue();

        List<Closeable> made = new ArrayList<>();
        GlpiClientBuilder builder = builder().transport(() -> {
            made.add(new Closeable());
            return made.get(made.size() - 1);
        });
        assertThat(made).as("made by build() only").isEmpty();
        builder.build().close();
        builder.build().closeAsync().toCompletableFuture().join();
        assertThat(made).hasSize(2).allMatch(transport -> transport.closed);
    }

    private static final class Closeable implements BlockingTransport {

        private boolean closed;

        @Override
        public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) {
            throw new AssertionError();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
