package io.github.glpi4j.cli.option;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.apache.ApacheTransport;
import io.github.glpi4j.transport.vertx.VertxTransport;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The transports in this jar. */
public enum TransportName {
    APACHE,
    VERTX;

    /** {@return the name of the transport's provider, which options accept and output shows} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    Transport create(TransportSettings settings) {
        return switch (this) {
            case APACHE -> ApacheTransport.create(settings);
            case VERTX -> VertxTransport.create(settings);
        };
    }

    /** Reads a name in any case; picocli's own error message would list the constants in upper case. */
    static final class Converter implements ITypeConverter<TransportName> {

        @Override
        public TransportName convert(String text) {
            for (TransportName name : values()) {
                if (name.name().equalsIgnoreCase(text)) {
                    return name;
                }
            }
            throw new TypeConversionException("expected apache or vertx but was '" + text + "'");
        }
    }
}
