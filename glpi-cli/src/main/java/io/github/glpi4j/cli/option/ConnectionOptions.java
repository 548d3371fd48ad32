package io.github.glpi4j.cli.option;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which GLPI a command speaks to and how; every command has these. */
public final class ConnectionOptions {

    @Option(
            names = {"-u", "--url"},
            paramLabel = "URL",
            description = "Where GLPI is, such as https://glpi.example.org; or set GLPI_URL.")
    private @Nullable String url;

    @Option(
            names = "--transport",
            paramLabel = "apache|vertx",
            converter = TransportName.Converter.class,
            description = "What carries the requests (default: ${DEFAULT-VALUE}).")
    private TransportName transport = TransportName.APACHE;

    @Option(names = "--async", description = "Run the call with executeAsync() instead of execute().")
    private boolean async;

    @Option(
            names = {"-t", "--timeout"},
            paramLabel = "SECONDS",
            converter = SecondsConverter.class,
            description = "The time that one call may take, such as 30 or 0.5 (default: 60).")
    private @Nullable Duration timeout;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME: VALUE",
            converter = HeaderConverter.class,
            description = {
                "Add this header to each request, for a gateway on the way; may be repeated.",
                "Authorization is possible with --credentials-in-body."
            })
    private List<Map.Entry<String, String>> headers = List.of();

    @Option(
            names = "--credentials-in-body",
            description = "Log in with a JSON body, where the web server drops the Authorization header.")
    private boolean credentialsInBody;

    @Option(
            names = "--auth-source",
            paramLabel = "SOURCE",
            description = "The source of authentication for the login, such as ldap-1.")
    private @Nullable String authSource;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "The language of GLPI's texts before login, such as fr-FR (default: en-GB).")
    private @Nullable String language;

    @Mixin
    private final NetworkOptions network = new NetworkOptions();

    public Optional<String> url(Environment env) {
        return Optional.ofNullable(url).or(() -> env.get(Environment.URL));
    }

    public Mode mode() {
        return async ? Mode.ASYNC : Mode.BLOCKING;
    }

    /** A client as the options say; the App-Token comes from the environment. */
    public GlpiClientBuilder client(Environment env) {
        return withAppToken(env, client(env, requireUrl(env), transport));
    }

    /** A client as the options say, on a transport that the wrapper has wrapped. */
    public GlpiClientBuilder client(Environment env, UnaryOperator<Transport> wrapper) {
        TransportSettings settings = network.settings(env, transport);
        GlpiClientBuilder builder =
                GlpiClient.builder(requireUrl(env)).transport(() -> wrapper.apply(transport.create(settings)));
        return withAppToken(env, withOptions(builder));
    }

    /** A client of another GLPI or on another transport; all else is as the options say. */
    public GlpiClientBuilder client(Environment env, String otherUrl, TransportName otherTransport) {
        return withOptions(GlpiClient.builder(otherUrl)
                .transport(otherTransport.toString())
                .transportSettings(network.settings(env, otherTransport)));
    }

    private String requireUrl(Environment env) {
        return url(env).orElseThrow(() -> new UsageException(
                "there is no URL",
                "Pass --url, or set " + Environment.URL + ": where GLPI is, such as https://glpi.example.org"));
    }

    private static GlpiClientBuilder withAppToken(Environment env, GlpiClientBuilder builder) {
        env.secret(Environment.APP_TOKEN).ifPresent(builder::appToken);
        return builder;
    }

    private GlpiClientBuilder withOptions(GlpiClientBuilder builder) {
        if (timeout != null) {
            builder.callTimeout(timeout);
        }
        if (credentialsInBody) {
            builder.credentialsInBody();
        }
        if (authSource != null) {
            builder.authSource(authSource);
        }
        if (language != null) {
            builder.acceptLanguage(language);
        }
        headers.forEach(header -> builder.header(header.getKey(), header.getValue()));
        return builder;
    }
}
