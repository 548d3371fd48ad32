package io.github.glpi4j.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Positions in a list, counted from 0.
 *
 * @param first the first position
 * @param last the last position, inclusive
 */
public record Range(long first, long last) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Reads {@code 0-49}. */
    public static final class Converter implements ITypeConverter<Range> {

        @Override
        public Range convert(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new TypeConversionException("'" + text + "' is not two positions, such as 0-49");
            }
            return new Range(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
        }
    }
}
