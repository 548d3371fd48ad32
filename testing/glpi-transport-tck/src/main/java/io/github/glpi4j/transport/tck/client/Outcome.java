package io.github.glpi4j.transport.tck.client;

import io.github.glpi4j.transport.TransportResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How an exchange ended: with an answer or with a failure. */
public final class Outcome {

    private final @Nullable TransportResponse response;
    private final @Nullable Throwable failure;

    private Outcome(@Nullable TransportResponse response, @Nullable Throwable failure) {
        this.response = response;
        this.failure = failure;
    }

    /**
     * Creates an outcome of what a stage completed with.
     *
     * @param response the response, if there is one
     * @param failure the failure, if there is one
     * @return a new outcome
     */
    public static Outcome of(@Nullable TransportResponse response, @Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (response == null && cause == null) {
            cause = new AssertionError("neither an answer nor a failure");
        }
        return new Outcome(response, cause);
    }

    /**
     * The answer, which must be there.
     *
     * @return the answer
     */
    public TransportResponse response() {
        if (response == null) {
            throw new AssertionError("an answer was due, not a failure", failure);
        }
        return response;
    }

    /**
     * The body of the answer, which must be there.
     *
     * @return its bytes
     */
    public byte[] body() {
        ByteBuffer buffer = response().body();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /**
     * The failure, which must be there.
     *
     * @return the failure, out of any {@link CompletionException}
     */
    public Throwable failure() {
        if (failure == null) {
            throw new AssertionError("a failure was due, not the answer " + response);
        }
        return failure;
    }

    /**
     * Tells which of the two it is.
     *
     * @return whether there is no answer
     */
    public boolean failed() {
        return failure != null;
    }

    /**
     * Checks that the exchange failed with exactly this class, since that is what the SPI promises.
     *
     * @param type the class, no subclass of it
     */
    public void failedWith(Class<? extends Throwable> type) {
        Throwable thrown = failure();
        if (thrown.getClass() != type) {
            throw new AssertionError("exactly " + type.getName() + " was due, not " + thrown, thrown);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(response == null ? failure : response);
    }
}
