package io.github.glpi4j.micrometer;

import io.github.glpi4j.listener.ExchangeResult;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of an exchange. */
final class GlpiExchangeConvention implements ObservationConvention<GlpiExchangeContext> {

    static final GlpiExchangeConvention DEFAULT = new GlpiExchangeConvention();

    private static final String HTTP_PORT = "80";
    private static final String HTTPS_PORT = "443";
    private static final Pattern AUTHORITY = Pattern.compile("(.*?)(?::(\\d+))?");

    private GlpiExchangeConvention() {}

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof GlpiExchangeContext;
    }

    @Override
    public String getName() {
        return "glpi.client.exchange";
    }

    @Override
    public String getContextualName(GlpiExchangeContext context) {
        return context.exchange().method() + " " + context.exchange().operation();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(GlpiExchangeContext context) {
        URI server = context.call().server();
        return Keys.common(
                        context.exchange().operation(),
                        context.exchange().itemtype(),
                        context.knownItemtypes(),
                        context.result().flatMap(ExchangeResult::code),
                        context.result().map(ExchangeResult::status),
                        context.result().flatMap(ExchangeResult::failure))
                .and("http.request.method", context.exchange().method())
                .and("server.address", host(server))
                .and("server.port", port(server));
    }

    /** Not {@code getHost()}, which is null for a name with an underscore. */
    private static String host(URI server) {
        Matcher parts = AUTHORITY.matcher(server.getRawAuthority());
        return parts.matches() ? parts.group(1).replaceAll("[\\[\\]]", "") : server.getRawAuthority();
    }

    private static String port(URI server) {
        Matcher parts = AUTHORITY.matcher(server.getRawAuthority());
        return parts.matches() && parts.group(2) != null
                ? parts.group(2)
                : server.getScheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(GlpiExchangeContext context) {
        int retry = context.exchange().retry();
        return retry == 0 ? KeyValues.empty() : KeyValues.of("http.request.resend_count", String.valueOf(retry));
    }
}
