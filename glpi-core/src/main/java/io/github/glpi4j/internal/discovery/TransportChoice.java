package io.github.glpi4j.internal.discovery;

import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which transport a builder's clients send through, and who closes it. */
public final class TransportChoice {

    /** A transport that is discovered, with the default settings. */
    public static final TransportChoice DEFAULT = new TransportChoice(
            null, Origin.CREATED, null, null, TransportSettings.defaults().maxConnections());

    private final @Nullable Supplier<? extends Transport> source;
    private final Origin origin;
    private final @Nullable String name;
    private final @Nullable TransportSettings settings;
    private final int maxConnections;

    private enum Origin {
        /** By each client, which closes it. */
        CREATED,
        /** By the application, which closes it. */
        GIVEN,
        /** By another client, which closes it. Unlike one that was given, a name or settings replace it. */
        SHARED
    }

    private TransportChoice(
            @Nullable Supplier<? extends Transport> source,
            Origin origin,
            @Nullable String name,
            @Nullable TransportSettings settings,
            int maxConnections) {
        this.source = source;
        this.origin = origin;
        this.name = name;
        this.settings = settings;
        this.maxConnections = maxConnections;
    }

    /** {@return the choice of a transport that the application closes} */
    public TransportChoice given(Transport transport) {
        return new TransportChoice(() -> transport, Origin.GIVEN, name, settings, maxConnections);
    }

    /** {@return the choice of transports that a supplier creates} */
    public TransportChoice suppliedBy(Supplier<? extends Transport> supplier) {
        return new TransportChoice(supplier, Origin.CREATED, name, settings, maxConnections);
    }

    /** {@return the choice of a transport that another client has created or was given} */
    public TransportChoice sharing(Transport transport) {
        return new TransportChoice(() -> transport, Origin.SHARED, null, null, maxConnections);
    }

    /** {@return the choice of the transport with this name} */
    public TransportChoice named(String newName) {
        TransportChoice own = withoutShared();
        return new TransportChoice(own.source, own.origin, newName, settings, maxConnections);
    }

    /** {@return the choice of a transport with these settings} */
    public TransportChoice withSettings(TransportSettings newSettings) {
        TransportChoice own = withoutShared();
        return new TransportChoice(own.source, own.origin, name, newSettings, newSettings.maxConnections());
    }

    private TransportChoice withoutShared() {
        return origin == Origin.SHARED
                ? new TransportChoice(null, Origin.CREATED, name, settings, maxConnections)
                : this;
    }

    /** Whether the client closes the transport. */
    public boolean isOwned() {
        return origin == Origin.CREATED;
    }

    public int maxConnections() {
        return maxConnections;
    }

    /** {@return what must not appear in a message: a proxy that answers for GLPI may echo what it was sent} */
    public List<String> secrets() {
        Optional<HttpProxy> proxy = Optional.ofNullable(settings).flatMap(TransportSettings::proxy);
        Optional<String> password = proxy.flatMap(HttpProxy::password);
        Optional<String> encoded =
                proxy.flatMap(HttpProxy::authorization).map(header -> header.substring("Basic ".length()));
        return Stream.concat(password.stream(), encoded.stream()).toList();
    }

    /** Creates the transport, or returns the one that was chosen. */
    public Transport resolve() {
        if (source == null) {
            return TransportDiscovery.create(name, settings == null ? TransportSettings.defaults() : settings);
        }
        if (name != null || settings != null) {
            throw new GlpiConfigurationException(
                    "transport(instance) cannot be combined with transport(name) or transportSettings(…)",
                    "Configure the instance itself, or let the client create the transport",
                    null);
        }
        return Objects.requireNonNull(source.get(), "the transport that was supplied");
    }
}
