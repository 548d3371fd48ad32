package io.github.glpi4j.internal;

import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportProvider;
import io.github.glpi4j.transport.TransportSettings;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the transport of a client that was given none. Looks anew each time; never ranks: where several could serve,
 * the user says which.
 */
public final class TransportDiscovery {

    /** Names the transport where the builder does not. */
    static final String PROPERTY = "io.github.glpi4j.transport";

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    private static final String CHOICES = "The three ways to choose are transport(\"name\") or transport(instance) on"
            + " the builder, the system property " + PROPERTY + "=name, or just one transport on the class path";
    private static final String TO_ADD = "Add io.github.glpi4j:glpi-transport-apache (blocking, Apache HttpClient 5) or"
            + " io.github.glpi4j:glpi-transport-vertx (asynchronous, Vert.x) to the class path or module path";

    private final List<TransportProvider> found = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private TransportDiscovery() {}

    public static Transport create(@Nullable String nameOnBuilder, TransportSettings settings) {
        String name = nameOnBuilder != null ? nameOnBuilder : System.getProperty(PROPERTY);
        TransportDiscovery discovery = new TransportDiscovery();
        discovery.search(TransportProvider.class.getClassLoader());
        if (discovery.found.isEmpty()) {
            discovery.search(Thread.currentThread().getContextClassLoader());
        }
        return discovery.choose(name == null || name.isBlank() ? null : name).create(settings);
    }

    private void search(@Nullable ClassLoader loader) {
        Iterator<TransportProvider> providers =
                ServiceLoader.load(TransportProvider.class, loader).iterator();
        // A provider that cannot be loaded fails its own turn; the next one may be good. The bound is for an iterator
        // that never gets past a broken one.
        for (int turn = 0; turn < 100; turn++) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                found.add(providers.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                broken.add(String.valueOf(e.getMessage()));
                LOG.warn("A GLPI transport could not be loaded: {}", e.toString());
            }
        }
    }

    private TransportProvider choose(@Nullable String name) {
        List<TransportProvider> candidates = found.stream()
                .filter(provider -> name == null || provider.name().equals(name))
                .toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        String notLoaded = broken.isEmpty() ? "" : "; not loadable: " + String.join("; ", broken);
        if (candidates.isEmpty()) {
            throw new GlpiConfigurationException(
                    name == null || found.isEmpty()
                            ? "there is no GLPI transport" + notLoaded
                            : "there is no GLPI transport named '" + name + "', but " + list(found) + notLoaded,
                    TO_ADD,
                    null);
        }
        throw new GlpiConfigurationException(
                "there are several GLPI transports: " + list(candidates) + notLoaded, CHOICES, null);
    }

    private static String list(List<TransportProvider> providers) {
        return providers.stream()
                .map(provider ->
                        "'" + provider.name() + "' (" + provider.getClass().getName() + " in " + jar(provider) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String jar(TransportProvider provider) {
        CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        return location == null ? "an unknown place" : location.toString();
    }
}
