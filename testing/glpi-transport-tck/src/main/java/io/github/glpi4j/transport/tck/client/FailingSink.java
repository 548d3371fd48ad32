package io.github.glpi4j.transport.tck.client;

import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A sink of which one method throws. */
final class FailingSink implements ResponseSink {

    private final ResponseSink sink;
    private final TestExchange.Step step;
    private final Throwable throwable;

    FailingSink(ResponseSink sink, TestExchange.Step step, Throwable throwable) {
        this.sink = sink;
        this.step = step;
        this.throwable = throwable;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        failIn(TestExchange.Step.WRITE);
        sink.write(bytes, offset, length);
    }

    @Override
    public Optional<Path> file() {
        Optional<Path> file = sink.file();
        if (file.isPresent()) {
            failIn(TestExchange.Step.WRITE);
        }
        return file;
    }

    @Override
    public TransportResponse response() {
        failIn(TestExchange.Step.RESPONSE);
        return sink.response();
    }

    private void failIn(TestExchange.Step here) {
        if (step == here) {
            fail(throwable);
        }
    }

    static void fail(Throwable throwable) {
        if (throwable instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) throwable;
    }
}
