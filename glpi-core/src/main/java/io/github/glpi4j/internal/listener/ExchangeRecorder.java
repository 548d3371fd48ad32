package io.github.glpi4j.internal.listener;

import io.github.glpi4j.internal.http.RequestEncoder;
import io.github.glpi4j.listener.ExchangeListener;
import io.github.glpi4j.listener.ExchangeResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports one exchange to the listeners of its call. */
public final class ExchangeRecorder {

    private final CallRecorder call;
    private final List<ExchangeListener> listeners;
    private final long start = System.nanoTime();

    ExchangeRecorder(CallRecorder call, List<ExchangeListener> listeners) {
        this.call = call;
        this.listeners = listeners;
    }

    /** {@return an encoder that also adds the headers of the listeners, where it may and they are not set already} */
    public RequestEncoder addHeaders(RequestEncoder encoder) {
        RequestEncoder all = encoder;
        for (ExchangeListener listener : listeners) {
            Map<String, String> headers =
                    CallRecorder.ask(listener, called -> Map.copyOf(called.requestHeaders()), Map.of());
            for (Map.Entry<String, String> header : headers.entrySet()) {
                all = with(all, encoder, header.getKey(), header.getValue());
            }
        }
        return all;
    }

    private static RequestEncoder with(RequestEncoder all, RequestEncoder own, String name, String value) {
        return RequestEncoder.isAllowedInCall(name, value) && !own.hasHeader(name)
                ? all.withHeader(name, () -> value)
                : all;
    }

    /**
     * Reports the end.
     *
     * @param status of the response, or 0
     */
    public void end(int status, @Nullable Throwable failure) {
        call.responded(status);
        Optional<Throwable> reported = CallRecorder.reported(failure);
        ExchangeResult result = new ExchangeResult(
                CallRecorder.statusOf(status), CallRecorder.codeOf(reported), CallRecorder.since(start), reported);
        listeners.forEach(listener -> CallRecorder.notify(listener, called -> called.exchangeEnded(result)));
    }
}
