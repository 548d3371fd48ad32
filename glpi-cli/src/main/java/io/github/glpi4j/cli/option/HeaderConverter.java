package io.github.glpi4j.cli.option;

import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code Name: value}. */
final class HeaderConverter implements ITypeConverter<Map.Entry<String, String>> {

    @Override
    public Map.Entry<String, String> convert(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            // Without the text: it may be a secret.
            throw new TypeConversionException("it has no colon, as in 'X-Gateway-Key: value'");
        }
        return Map.entry(text.substring(0, colon), text.substring(colon + 1).strip());
    }
}
