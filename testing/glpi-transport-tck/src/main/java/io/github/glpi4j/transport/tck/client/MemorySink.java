package io.github.glpi4j.transport.tck.client;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Keeps a body in memory and records violations of the contract. */
public final class MemorySink implements ResponseSink {

    private final int status;
    private final Headers headers;
    private final int limit;
    private final @Nullable IOException refusal;
    private final Conditions conditions;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicBoolean finished = new AtomicBoolean();
    private final List<String> violations = new CopyOnWriteArrayList<>();

    MemorySink(int status, Headers headers, int limit, @Nullable IOException refusal, Conditions conditions) {
        this.status = status;
        this.headers = headers;
        this.limit = limit;
        this.refusal = refusal;
        this.conditions = conditions;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!writing.compareAndSet(false, true)) {
            violations.add("written by two threads at the same time");
        }
        if (finished.get()) {
            violations.add("written after the end");
        }
        if (refusal != null && body.size() + length > limit) {
            finished.set(true);
            throw refusal;
        }
        body.write(bytes, offset, length);
        conditions.changed();
        writing.set(false);
    }

    @Override
    public TransportResponse response() {
        finished.set(true);
        return TransportResponse.of(status, headers, ByteBuffer.wrap(body.toByteArray()));
    }

    /** {@return the status that the sink was created for} */
    public int status() {
        return status;
    }

    /** {@return the headers that the sink was created for} */
    public Headers headers() {
        return headers;
    }

    /** {@return the number of bytes written so far} */
    public int size() {
        return body.size();
    }

    /** {@return the violations, empty if there are none} */
    public List<String> violations() {
        return List.copyOf(violations);
    }
}
