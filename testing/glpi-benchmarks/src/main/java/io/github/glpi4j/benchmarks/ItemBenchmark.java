package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.item.ItemContender;
import io.github.glpi4j.benchmarks.item.ItemLibrary;
import io.github.glpi4j.benchmarks.item.ItemWork;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads and writes of items, one after the other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ItemBenchmark {

    @Param
    private ItemLibrary library = ItemLibrary.GLPI4J_APACHE;

    @Param
    private ItemWork work = ItemWork.READ_ONE;

    private @Nullable ServerProcess server;
    private @Nullable ItemContender contender;

    /** For JMH. */
    public ItemBenchmark() {}

    /**
     * Starts server and contender.
     *
     * @throws IOException if the server does not start
     */
    @Setup
    public void start() throws IOException {
        server = ServerProcess.start();
        contender = library.create(server.computers(work));
    }

    /**
     * Does the work once.
     *
     * @throws Exception if it could not be done, which ends the benchmark
     */
    @Benchmark
    public void work() throws Exception {
        work.run(Objects.requireNonNull(contender));
    }

    /**
     * Ends contender and server.
     *
     * @throws IOException if the server does not end
     */
    @TearDown
    public void stop() throws IOException {
        Objects.requireNonNull(contender).close();
        Objects.requireNonNull(server).close();
    }
}
