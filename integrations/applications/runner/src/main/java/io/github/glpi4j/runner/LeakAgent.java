package io.github.glpi4j.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports, from within an application that is ending, the threads and connections that its client has not released. The
 * end of a process releases them all, so that nothing could be seen from outside.
 *
 * <p>It waits in a shutdown hook, beside the hooks of the application, until nothing is left or the time is over. Uses
 * only {@code java.base}, and connections are seen on Linux only.
 */
public final class LeakAgent {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final List<Path> TCP_TABLES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
    private static final int REMOTE_ADDRESS = 2;
    private static final int INODE = 9;

    /** Linux may leave a connection out of the table while others open and close. */
    private static final int TIMES_EMPTY = 10;

    private final int port;
    private final List<String> threads;

    private LeakAgent(int port, List<String> threads) {
        this.port = port;
        this.threads = threads;
    }

    /**
     * Called by the JVM before the application's main method.
     *
     * @param arguments the port of GLPI, the seconds to wait, the file to write, and the beginnings of the names of
     *     threads, separated by commas
     */
    public static void premain(String arguments) {
        List<String> parts = List.of(arguments.split(",", -1));
        LeakAgent agent = new LeakAgent(Integer.parseInt(parts.get(0)), parts.subList(3, parts.size()));
        long seconds = Long.parseLong(parts.get(1));
        Path report = Path.of(parts.get(2));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> agent.write(report, seconds), "leak-agent"));
    }

    private void write(Path report, long seconds) {
        try {
            Files.write(report, remaining(seconds));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no report", e); // The missing report fails the run.
        }
    }

    private List<String> remaining(long seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        CountDownLatch pace = new CountDownLatch(1);
        int empty = 0;
        List<String> left = List.of();
        while (empty < TIMES_EMPTY && (empty > 0 || System.nanoTime() < end)) {
            left = new ArrayList<>(connections());
            left.addAll(clientThreads());
            empty = left.isEmpty() ? empty + 1 : 0;
            pace.await(20, TimeUnit.MILLISECONDS);
        }
        return left;
    }

    private List<String> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> threads.stream().anyMatch(name::startsWith))
                .map(name -> "thread " + name)
                .toList();
    }

    private List<String> connections() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return List.of();
        }
        Set<String> own = ownSockets();
        List<String> found = new ArrayList<>();
        for (Path table : TCP_TABLES) {
            if (Files.exists(table)) {
                found.addAll(connections(Files.readAllLines(table), own));
            }
        }
        return found;
    }

    private List<String> connections(List<String> table, Set<String> own) {
        String remotePort = String.format(Locale.ROOT, ":%04X", port);
        return table.stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields[REMOTE_ADDRESS].endsWith(remotePort))
                .filter(fields -> own.contains("socket:[" + fields[INODE] + "]"))
                .map(fields -> "connection to GLPI, local address " + fields[1])
                .toList();
    }

    private static Set<String> ownSockets() throws IOException {
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return all.map(LeakAgent::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
