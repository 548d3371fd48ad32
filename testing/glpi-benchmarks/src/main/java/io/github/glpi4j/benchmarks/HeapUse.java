package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.item.ItemContender;
import io.github.glpi4j.benchmarks.item.ItemLibrary;
import io.github.glpi4j.benchmarks.item.ItemWork;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.net.URI;

/** Reads a complete list in its own process and shows how much of the heap it uses. */
final class HeapUse {

    private HeapUse() {}

    /**
     * Prints the peak of the heap in bytes.
     *
     * @param args the contender, the work, GLPI's API
     * @throws Exception if a call fails
     */
    public static void main(String[] args) throws Exception {
        try (ItemContender contender = ItemLibrary.valueOf(args[0]).create(URI.create(args[2]))) {
            ItemWork.valueOf(args[1]).run(contender);
            System.out.println(peak());
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
