package io.github.glpi4j.transport.tck.client;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How long a thread waits, sleeps or is blocked. That does not include the time during which it could run and a busy
 * machine does not let it, nor an event loop's wait for the network.
 */
public final class WaitingTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long thread;
    private final long before;

    private WaitingTime(long thread) {
        this.thread = thread;
        this.before = millis(thread);
    }

    /** {@return a measurement of the calling thread, which starts now} */
    public static WaitingTime ofThisThread() {
        THREADS.setThreadContentionMonitoringEnabled(true);
        return new WaitingTime(Thread.currentThread().getId());
    }

    /** {@return how long the thread has waited since the start} */
    public Duration elapsed() {
        return Duration.ofMillis(millis(thread) - before);
    }

    private static long millis(long thread) {
        ThreadInfo info = THREADS.getThreadInfo(thread);
        return info.getWaitedTime() + info.getBlockedTime();
    }
}
