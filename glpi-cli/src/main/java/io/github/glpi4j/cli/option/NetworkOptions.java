package io.github.glpi4j.cli.option;

import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command reaches GLPI: TLS, proxy, protocol. */
final class NetworkOptions {

    private static final Pattern PROXY = Pattern.compile("(?:http://)?(?:([^@/]+)@)?(\\[[^]]+]|[^:@/]+):(\\d{1,5})/?");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Trust the certificates in this PEM file, and only those.")
    private @Nullable Path authorities;

    @Option(
            names = {"-k", "--insecure"},
            description = "Trust any certificate for any host. Anyone in between can read passwords and tokens.")
    private boolean insecure;

    @Option(names = "--client-cert", paramLabel = "FILE", description = "Show this client certificate, a PEM file.")
    private @Nullable Path clientCertificate;

    @Option(
            names = "--client-key",
            paramLabel = "FILE",
            description = "The key of --client-cert, a PEM file (default: the file of --client-cert).")
    private @Nullable Path clientKey;

    @Option(
            names = {"-x", "--proxy"},
            paramLabel = "[USER@]HOST:PORT",
            description = "The HTTP proxy on the way; the user's password is GLPI_PROXY_PASSWORD.")
    private @Nullable String proxy;

    @Option(names = "--http2", description = "Offer HTTP/2 to https servers; needs --transport vertx.")
    private boolean http2;

    @Option(
            names = "--connect-timeout",
            paramLabel = "SECONDS",
            converter = SecondsConverter.class,
            description = "The time that each step of connecting may take (default: 10).")
    private @Nullable Duration connectTimeout;

    /** @throws UsageException for options that contradict each other or cannot be read */
    TransportSettings settings(Environment env, TransportName transport) {
        TransportSettings.Builder settings = TransportSettings.builder().tls(tls());
        if (connectTimeout != null) {
            settings.connectTimeout(connectTimeout);
        }
        if (proxy != null) {
            settings.proxy(proxy(proxy, env));
        }
        if (http2 && transport == TransportName.APACHE) {
            throw new GlpiConfigurationException(
                    "the transport 'apache' speaks HTTP/1.1 only", "Add --transport vertx, or leave out --http2", null);
        }
        if (http2) {
            settings.http2();
        }
        return settings.build();
    }

    private Tls tls() {
        if (insecure && authorities != null) {
            throw new UsageException("--insecure contradicts --ca", "Leave out one of them");
        }
        if (clientKey != null && clientCertificate == null) {
            throw new UsageException("--client-key has no certificate", "Pass --client-cert with it");
        }
        if (insecure) {
            command.commandLine()
                    .getErr()
                    .println("WARNING: --insecure: the server's certificate is not checked. Anyone in between can read"
                            + " and change everything, passwords and tokens included.");
        }
        Tls tls = insecure ? Tls.insecureTrustAll() : trusting();
        if (clientCertificate == null) {
            return tls;
        }
        try {
            return tls.withClientCertificatePem(clientCertificate, clientKey == null ? clientCertificate : clientKey);
        } catch (IOException e) {
            throw unreadable("the client certificate or its key", e);
        }
    }

    private Tls trusting() {
        try {
            return authorities == null ? Tls.systemDefault() : Tls.trustingPem(authorities);
        } catch (IOException e) {
            throw unreadable("the file of --ca", e);
        }
    }

    private static UsageException unreadable(String what, IOException e) {
        return new UsageException(what + " cannot be read: " + e.getMessage(), "Pass a readable file in PEM format");
    }

    private static HttpProxy proxy(String text, Environment env) {
        Matcher parts = PROXY.matcher(text);
        if (!parts.matches()) {
            throw new UsageException("--proxy is not a host and a port", "Pass it as in proxy.example.org:3128");
        }
        HttpProxy proxy = HttpProxy.of(parts.group(2), Integer.parseInt(parts.group(3)));
        String user = parts.group(1);
        if (user == null) {
            return proxy;
        }
        if (user.indexOf(':') >= 0) {
            throw new UsageException(
                    "--proxy holds a password",
                    "Set " + Environment.PROXY_PASSWORD + " instead: arguments are no secrets");
        }
        return proxy.withCredentials(
                user,
                env.secret(Environment.PROXY_PASSWORD)
                        .orElseThrow(() -> new UsageException(
                                "the proxy's user has no password", "Set " + Environment.PROXY_PASSWORD)));
    }
}
