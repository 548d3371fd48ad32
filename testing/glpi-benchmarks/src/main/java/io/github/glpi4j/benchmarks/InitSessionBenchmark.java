package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.contender.Contender;
import io.github.glpi4j.benchmarks.contender.Library;
import io.github.glpi4j.benchmarks.contender.SampleResponse;
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

/** Sequential {@code initSession} requests over one persistent connection. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InitSessionBenchmark {

    private static final int CONNECTIONS = 20;

    @Param
    private Library library = Library.GLPI4J_APACHE;

    @Param
    private SampleResponse answer = SampleResponse.SMALL;

    private @Nullable ServerProcess server;
    private @Nullable Contender contender;

    /** For JMH. */
    public InitSessionBenchmark() {}

    /**
     * Starts server and contender.
     *
     * @throws IOException if the server does not start
     */
    @Setup
    public void start() throws IOException {
        server = ServerProcess.start();
        contender = library.create(server.fast(), CONNECTIONS);
    }

    /**
     * Opens a session.
     *
     * @return what was read
     * @throws Exception if it could not be opened, which ends the benchmark
     */
    @Benchmark
    public Object initSession() throws Exception {
        return Objects.requireNonNull(contender).open(answer);
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
