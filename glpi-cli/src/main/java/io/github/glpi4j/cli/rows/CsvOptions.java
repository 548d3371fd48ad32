package io.github.glpi4j.cli.rows;

import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How texts are written to CSV. */
public final class CsvOptions {

    /** What spreadsheets take for the start of a formula, unless it is a number. */
    private static final Pattern FORMULA = Pattern.compile("(?s)(?![-+]?\\d+([.,]\\d+)?$)[=+\\-@\\t\\r].*");

    @Option(
            names = "--for-spreadsheets",
            description = {
                "In CSV, put an apostrophe before texts that start with = + - @ or a tab and are no numbers.",
                "Without it, texts are unchanged, and a spreadsheet may run them as formulas."
            })
    private boolean forSpreadsheets;

    public boolean forSpreadsheets() {
        return forSpreadsheets;
    }

    /** {@return what is written for a text} */
    public String text(String text) {
        return forSpreadsheets && FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
