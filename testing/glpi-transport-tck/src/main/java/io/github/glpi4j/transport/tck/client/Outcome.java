package io.github.glpi4j.transport.tck.client;

import io.github.glpi4j.transport.TransportResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The outcome of an exchange: a response or a failure. */
public final class Outcome {

    private final @Nullable TransportResponse response;
    private final @Nullable Throwable failure;

    private Outcome(@Nullable TransportResponse response, @Nullable Throwable failure) {
        this.response = response;
        this.failure = failure;
    }

    /**
     * Creates an outcome from what a stage completed with.
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
            cause = new AssertionError("completed with neither a response nor a failure");
        }
        return new Outcome(response, cause);
    }

    /** {@return the response, which must exist} */
    public TransportResponse response() {
        if (response == null) {
            throw new AssertionError("expected a response, but the exchange failed with " + failure, failure);
        }
        return response;
    }

    /** {@return the bytes of the response body} */
    public byte[] body() {
        ByteBuffer buffer = response().body();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** {@return the failure, which must exist, unwrapped from any {@link CompletionException}} */
    public Throwable failure() {
        if (failure == null) {
            throw new AssertionError("expected a failure, but got the response " + response);
        }
        return failure;
    }

    /** {@return whether the exchange failed} */
    public boolean failed() {
        return failure != null;
    }

    /**
     * Checks that the exchange failed with exactly this class, as the SPI requires.
     *
     * @param type the class; a subclass does not count
     */
    public void failedWith(Class<? extends Throwable> type) {
        Throwable thrown = failure();
        if (thrown.getClass() != type) {
            throw new AssertionError("expected exactly " + type.getName() + ", but got " + thrown, thrown);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(response == null ? failure : response);
    }
}
