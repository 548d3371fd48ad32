package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.contender.Library;
import io.github.glpi4j.benchmarks.contender.SampleResponse;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** A bar chart of all contenders for both responses. */
final class Chart {

    private Chart() {}

    /**
     * Writes a chart.
     *
     * @param file a PNG
     * @param title what it shows, with the unit
     * @param value a contender's value in that unit
     */
    static void write(Path file, String title, BiFunction<SampleResponse, Library, Double> value) throws IOException {
        CategoryChart chart =
                new CategoryChartBuilder().width(900).height(480).title(title).build();
        chart.getStyler().setXAxisLabelRotation(20).setYAxisMin(0.0);
        chart.getStyler().setLegendPosition(LegendPosition.InsideNW).setChartBackgroundColor(Color.WHITE);
        List<Library> libraries = Arrays.asList(Library.values());
        List<String> names = libraries.stream().map(Library::title).toList();
        for (SampleResponse answer : SampleResponse.values()) {
            chart.addSeries(
                    answer.full() ? "full session, 4.7 KB" : "small answer",
                    names,
                    libraries.stream()
                            .map(library -> value.apply(answer, library))
                            .toList());
        }
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    }
}
