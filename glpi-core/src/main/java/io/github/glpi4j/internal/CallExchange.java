package io.github.glpi4j.internal;

import io.github.glpi4j.transport.Exchange;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.Target;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One exchange of a call, as its transport sees it, and the file that its answer goes into, if it does. */
final class CallExchange implements Exchange, AutoCloseable {

    private final CallScope scope;
    private final Operation.Answer<?> answer;
    private final Runnable afterAbort;
    private volatile @Nullable FileTarget file;

    /**
     * @param afterAbort also run on an abort, and even if the transport never says how it is aborted
     */
    CallExchange(CallScope scope, Operation.Answer<?> answer, Runnable afterAbort) {
        this.scope = scope;
        this.answer = answer;
        this.afterAbort = afterAbort;
        scope.answered(0);
        scope.onAbort(afterAbort);
    }

    @Override
    public void onAbort(Runnable abort) {
        scope.onAbort(() -> {
            afterAbort.run();
            abort.run();
        });
    }

    @Override
    public Target target(int status, Headers headers) {
        scope.answered(status);
        Optional<Path> destination = answer.file(status, headers);
        if (destination.isEmpty()) {
            return new MemoryTarget(status, headers, scope.maxResponseBytes(), () -> scope.abort(Abort.TOO_LARGE));
        }
        FileTarget target = new FileTarget(status, headers, destination.get(), this::progressed);
        file = target;
        return target;
    }

    @Override
    public void progressed() {
        scope.progressed();
    }

    boolean hasFile(@Nullable TransportResponse response) {
        return file != null || (response != null && destination(response).isPresent());
    }

    private Optional<Path> destination(TransportResponse response) {
        return answer.file(response.status(), response.headers());
    }

    /** The answer is whole: so is its file, unless the call has been told already that it failed. */
    void keepFile(TransportResponse response) throws IOException {
        if (file == null && destination(response).isPresent()) {
            // Made by hand, by a test double.
            byte[] body = new byte[response.body().remaining()];
            response.body().get(body);
            target(response.status(), response.headers()).write(body, 0, body.length);
        }
        FileTarget whole = file;
        if (whole != null) {
            if (scope.aborted().isPresent()) {
                throw new IOException("aborted when the file had just come");
            }
            whole.keep();
            file = null;
        }
    }

    /** Leaves nothing of a file that was not kept. */
    @Override
    public void close() {
        FileTarget broken = file;
        if (broken != null) {
            broken.discard();
        }
    }
}
