package io.github.glpi4j.internal.discovery;

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
 * Finds the transport of a client that was given none. Searches each time; never ranks: where several could serve,
 * the user says which.
 */
public final class TransportDiscovery {

    /** Names the transport where the builder does not. */
    public static final String PROPERTY = "io.github.glpi4j.transport";

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    private static final String CHOICES = "The three ways to choose are transport(\"name\") or transport(instance) on"
            + " the builder, the system property " + PROPERTY + "=name, or just one transport on the class path";
    private static final String TO_ADD = "Add io.github.glpi4j:glpi-transport-apache (blocking, Apache HttpClient 5) or"
            + " io.github.glpi4j:glpi-transport-vertx (asynchronous, Vert.x) to the class path or module path";

    /** How many broken entries a message names. */
    private static final int MOST_NAMED = 10;

    /** Far more than any class path has; ends an iterator that never gets past a broken entry. */
    private static final int MOST_ENTRIES = 10_000;

    private final List<Candidate> found = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private TransportDiscovery() {}

    /** A provider whose name is known: it is asked once, since it may fail. */
    private record Candidate(String name, TransportProvider provider) {

        @Override
        public String toString() {
            return "'" + name + "' (" + provider.getClass().getName() + " in " + jar(provider) + ")";
        }
    }

    public static Transport create(@Nullable String nameOnBuilder, TransportSettings settings) {
        String name = nameOnBuilder != null ? nameOnBuilder : System.getProperty(PROPERTY);
        TransportDiscovery discovery = new TransportDiscovery();
        discovery.search(TransportProvider.class.getClassLoader());
        if (discovery.found.isEmpty()) {
            discovery.search(Thread.currentThread().getContextClassLoader());
        }
        return create(discovery.choose(name == null || name.isBlank() ? null : name), settings);
    }

    private static Transport create(Candidate chosen, TransportSettings settings) {
        Transport transport;
        try {
            transport = chosen.provider().create(settings);
        } catch (GlpiConfigurationException | IllegalArgumentException refused) {
            throw refused; // A setting that the transport cannot honour: its own message says which.
        } catch (RuntimeException | LinkageError e) {
            throw new GlpiConfigurationException("the GLPI transport " + chosen + " could not be created", null, e);
        }
        if (transport == null) {
            throw new GlpiConfigurationException(
                    "the GLPI transport " + chosen + " could not be created: create() returned null", null, null);
        }
        return transport;
    }

    private void search(@Nullable ClassLoader loader) {
        Iterator<TransportProvider> providers =
                ServiceLoader.load(TransportProvider.class, loader).iterator();
        // A provider that fails to load fails only its own turn; the next one may be good.
        for (int turn = 0; turn < MOST_ENTRIES; turn++) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                add(providers.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                skip(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** Whatever a provider throws is the failure of that provider alone. */
    private void add(TransportProvider provider) {
        String type = provider.getClass().getName();
        try {
            String name = provider.name();
            if (name == null) {
                skip(type + ": name() returned null", null);
            } else {
                found.add(new Candidate(name, provider));
            }
        } catch (RuntimeException | Error e) {
            if (e instanceof VirtualMachineError fatal && !(e instanceof StackOverflowError)) {
                throw fatal;
            }
            skip(type + ": name() failed: " + e, e);
        }
    }

    private void skip(String what, @Nullable Throwable cause) {
        broken.add(what);
        LOG.warn("A GLPI transport could not be loaded: {}", cause == null ? what : cause.toString());
    }

    private Candidate choose(@Nullable String name) {
        List<Candidate> candidates = found.stream()
                .filter(candidate -> name == null || candidate.name().equals(name))
                .toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        String notLoaded = broken.isEmpty() ? "" : "; not loadable: " + listBroken();
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

    private String listBroken() {
        String first = broken.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        int more = broken.size() - MOST_NAMED;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    private static String list(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::toString).collect(Collectors.joining(", "));
    }

    private static String jar(TransportProvider provider) {
        CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        return location == null ? "an unknown place" : location.toString();
    }
}
