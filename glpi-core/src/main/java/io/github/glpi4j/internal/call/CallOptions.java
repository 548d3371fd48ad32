package io.github.glpi4j.internal.call;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.http.RequestEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options that every call has: a time limit and extra headers.
 *
 * @param limit the time limit
 * @param headers names and values
 */
public record CallOptions(TimeLimit limit, Map<String, String> headers) {

    public static CallOptions within(TimeLimit limit) {
        return new CallOptions(limit, Map.of());
    }

    public CallOptions timeout(Duration timeout) {
        return new CallOptions(TimeLimit.total(timeout), headers);
    }

    public CallOptions header(String name, String value) {
        RequestEncoder.checkHeaderOfCall(name, value);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new CallOptions(limit, all);
    }

    /** Without the headers' values, which may be secrets. */
    @Override
    public String toString() {
        return limit + ", headers " + headers.keySet();
    }

    /** {@return a call with these options} */
    public <T extends @Nullable Object> Call<T> call(
            Dispatcher dispatcher, String operation, Dispatcher.Steps<T> steps) {
        Call<T> call = new DefaultCall<>(dispatcher, operation, steps, limit);
        if (!headers.isEmpty()) {
            for (Map.Entry<String, String> header : headers.entrySet()) {
                call = call.header(header.getKey(), header.getValue());
            }
        }
        return call;
    }
}
