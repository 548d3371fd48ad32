package io.github.glpi4j.session.jcache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** The process of a {@link FleetNode}, and what it has reported. Thread-safe. */
final class FleetProcess implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private FleetProcess(Process process) {
        this.process = process;
    }

    /** Starts a node that joins others; its log goes to a file. */
    static FleetProcess start(String name, String url, List<FleetProcess> others)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FleetNode.class.getName(),
                url));
        for (FleetProcess other : others) {
            command.add(other.await("started").split(" ", -1)[1]);
        }
        Process started = new ProcessBuilder(command)
                .redirectError(new File("target", "fleet-" + name + ".log"))
                .start();
        FleetProcess node = new FleetProcess(started);
        Thread reader = new Thread(node::read, "fleet-" + name);
        reader.setDaemon(true);
        reader.start();
        return node;
    }

    private void read() {
        try (BufferedReader output = process.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (this) {
                    lines.add(line);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (this) {
                ended = true;
                notifyAll();
            }
        }
    }

    /** Waits for the first line that begins with a word. */
    synchronized String await(String word) throws InterruptedException {
        await(word, 1);
        return reported(word).get(0);
    }

    /** Waits for a number of lines that begin with a word. */
    synchronized void await(String word, int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (reported(word).size() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (ended || left <= 0) {
                throw new AssertionError("waited for " + count + " lines \"" + word + "\": " + lines);
            }
            wait(left);
        }
    }

    /** {@return the lines that begin with a word} */
    synchronized List<String> reported(String word) {
        return lines.stream()
                .filter(line -> line.equals(word) || line.startsWith(word + " "))
                .toList();
    }

    int count(String word) {
        return reported(word).size();
    }

    /** {@return the numbers of the calls that have begun and not ended} */
    synchronized Set<Integer> inFlight() {
        Set<Integer> calls = numbers("begun");
        calls.removeAll(numbers("done"));
        calls.removeAll(numbers("failed"));
        return calls;
    }

    /** Waits until calls have ended, or the process. */
    synchronized void awaitOutcomes(Set<Integer> calls) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!ended && !Collections.disjoint(inFlight(), calls)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("waited for the calls " + calls + " to end: " + lines);
            }
            wait(left);
        }
    }

    private Set<Integer> numbers(String word) {
        Set<Integer> numbers = new TreeSet<>();
        reported(word).forEach(line -> numbers.add(Integer.valueOf(line.split(" ", -1)[1])));
        return numbers;
    }

    void call(int first, int end, int pauseMillis) throws IOException {
        send(first + " " + end + " " + pauseMillis);
    }

    private void send(String command) throws IOException {
        Writer input = process.outputWriter(UTF_8);
        input.write(command + "\n");
        input.flush();
    }

    void stop() throws IOException, InterruptedException {
        send("stop");
        await("stopped");
    }

    /** Kills the process, which has no time to tell anyone, and reads what it had reported. */
    void kill() throws InterruptedException {
        close();
        synchronized (this) {
            while (!ended) {
                wait();
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
