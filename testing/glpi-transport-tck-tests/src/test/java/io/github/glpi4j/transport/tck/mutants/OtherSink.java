package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** A sink that writes in another way, and never into a file. */
record OtherSink(Supplier<TransportResponse> end, Write write) implements ResponseSink {

    interface Write {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        write.write(bytes, offset, length);
    }

    @Override
    public TransportResponse response() {
        return end.get();
    }
}
