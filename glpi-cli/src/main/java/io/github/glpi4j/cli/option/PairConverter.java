package io.github.glpi4j.cli.option;

import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code name=value}; the value may be empty and may contain further equals signs. */
public final class PairConverter implements ITypeConverter<Map.Entry<String, String>> {

    @Override
    public Map.Entry<String, String> convert(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new TypeConversionException("it has no name before an equals sign, as in name=value");
        }
        return Map.entry(text.substring(0, equals), text.substring(equals + 1));
    }
}
