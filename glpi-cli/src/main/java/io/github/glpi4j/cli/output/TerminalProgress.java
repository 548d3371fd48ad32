package io.github.glpi4j.cli.output;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with rate and time left. */
public final class TerminalProgress implements Progress {

    private static final int WIDTH = 79;
    private static final int INTERVAL_MILLIS = 200;

    private final PrintWriter terminal;
    private final ProgressBar bar;

    /**
     * Shows the bar.
     *
     * @param unit the unit that is shown
     * @param unitSize how much of what is reported is one unit
     * @param start what was done before, which does not count for the rate
     */
    public TerminalProgress(PrintWriter terminal, String task, String unit, long unitSize, long start) {
        this.terminal = terminal;
        // With a width and a consumer, the library opens no terminal and loads no native code.
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(unit, unitSize)
                .setInitialMax(-1)
                .startsFrom(start, Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(
                        text -> {
                            terminal.print("\r" + text);
                            terminal.flush();
                        },
                        WIDTH))
                .build();
    }

    @Override
    public void update(long done, long total) {
        bar.maxHint(total);
        bar.stepTo(done);
    }

    /** Leaves the bar as it is, and starts a new line. */
    @Override
    public void close() {
        bar.close();
        terminal.println();
    }
}
