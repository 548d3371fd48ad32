package io.github.glpi4j.cli.option;

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
