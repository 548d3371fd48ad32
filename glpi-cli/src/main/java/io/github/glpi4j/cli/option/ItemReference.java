package io.github.glpi4j.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An item of GLPI.
 *
 * @param itemtype such as {@code Ticket}
 * @param id its id
 */
public record ItemReference(String itemtype, long id) {

    /** Reads {@code Ticket:42}. */
    public static final class Converter implements ITypeConverter<ItemReference> {

        @Override
        public ItemReference convert(String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 1) {
                throw notOne(text);
            }
            try {
                return new ItemReference(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
            } catch (NumberFormatException e) {
                throw notOne(text);
            }
        }

        private static TypeConversionException notOne(String text) {
            return new TypeConversionException("'" + text + "' is not an itemtype and an id, such as Ticket:42");
        }
    }
}
