package io.github.glpi4j.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Text in columns. */
public final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 3;

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        row(headings);
    }

    /** Adds a row of as many cells as there are headings. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** {@return the lines at full width} */
    public List<String> lines() {
        return lines(Integer.MAX_VALUE);
    }

    /** {@return the lines, with the widest columns cut so that all fit, if that is possible} */
    public List<String> lines(int width) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        limit(widths, width - GAP * (widths.length - 1));
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(1, line(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths));
        return lines;
    }

    private static void limit(int[] widths, int available) {
        int widest = IntStream.of(widths).max().orElse(0);
        while (widest > NARROWEST && IntStream.of(widths).asLongStream().sum() > available) {
            widest--;
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.min(widths[i], widest);
            }
        }
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cut(cells.get(column), widths[column]);
            line.append(cell).append(" ".repeat(widths[column] - width(cell) + GAP));
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String cell, int width) {
        return width(cell) <= width ? cell : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
