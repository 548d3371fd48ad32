package io.github.glpi4j.benchmarks;

import java.util.Locale;
import org.openjdk.jmh.util.ListStatistics;

/**
 * One figure, measured in several processes: its median, and the 95 % interval of its mean by Student's t
 * (of less than three processes the range).
 *
 * @param median the middle one
 * @param low where the interval starts
 * @param high where it ends
 */
record Figure(double median, double low, double high) {

    static Figure of(double... values) {
        ListStatistics statistics = new ListStatistics(values);
        double median = statistics.getPercentile(50);
        if (values.length < 3) { // JMH tells no interval of two
            return new Figure(median, statistics.getMin(), statistics.getMax());
        }
        double[] interval = statistics.getConfidenceIntervalAt(0.95);
        return new Figure(median, interval[0], interval[1]);
    }

    double ratioTo(Figure other) {
        return median / other.median;
    }

    boolean overlaps(Figure other) {
        return low <= other.high && other.low <= high;
    }

    /** Median and interval, divided by a unit. */
    String show(double unit, int digits) {
        String number = "%." + digits + "f";
        return String.format(
                Locale.ROOT, number + " (" + number + " – " + number + ")", median / unit, low / unit, high / unit);
    }
}
