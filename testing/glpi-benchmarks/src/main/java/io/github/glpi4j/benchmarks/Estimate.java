package io.github.glpi4j.benchmarks;

import java.util.Locale;
import org.openjdk.jmh.util.ListStatistics;

/**
 * A value measured in several processes: its median and the 95 % confidence interval of its mean by Student's t, or the
 * range if there are fewer than three processes.
 *
 * @param median the median
 * @param low the lower bound
 * @param high the upper bound
 */
record Estimate(double median, double low, double high) {

    static Estimate of(double... values) {
        ListStatistics statistics = new ListStatistics(values);
        double median = statistics.getPercentile(50);
        if (values.length < 3) { // JMH reports no interval for two
            return new Estimate(median, statistics.getMin(), statistics.getMax());
        }
        double[] interval = statistics.getConfidenceIntervalAt(0.95);
        return new Estimate(median, interval[0], interval[1]);
    }

    double ratioTo(Estimate other) {
        return median / other.median;
    }

    boolean overlaps(Estimate other) {
        return low <= other.high && other.low <= high;
    }

    /** Median and interval, divided by a unit. */
    String show(double unit, int digits) {
        String number = "%." + digits + "f";
        return String.format(
                Locale.ROOT, number + " (" + number + " – " + number + ")", median / unit, low / unit, high / unit);
    }
}
