package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutation.around;
import static io.github.glpi4j.transport.tck.mutants.Mutation.failure;
import static io.github.glpi4j.transport.tck.mutants.Mutation.perTransport;
import static io.github.glpi4j.transport.tck.mutants.Mutation.requestHeaders;
import static io.github.glpi4j.transport.tck.mutants.Mutation.settings;
import static io.github.glpi4j.transport.tck.mutants.Mutation.sinks;
import static io.github.glpi4j.transport.tck.mutants.Mutation.withHeaders;
import static io.github.glpi4j.transport.tck.mutants.Mutation.wrap;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** Defects of requests, responses, failures and settings. */
final class Defects {

    private Defects() {}

    static Mutation dropsAHeader() {
        return requestHeaders(fields -> fields.removeIf(field -> field.getKey().equals("App-Token")));
    }

    static TransportRequest withTarget(TransportRequest request, URI origin, String target) {
        return TransportRequest.of(request.method(), origin, target, request.headers(), request.body());
    }

    static Mutation followsRedirects() {
        return around((good, request, context) -> {
            TransportResponse response = good.exchange(request, context);
            Optional<String> location = response.headers().firstValue("Location");
            if (location.isEmpty()) {
                return response;
            }
            URI next = request.origin().resolve(location.get());
            return good.exchange(withTarget(request, next, next.getRawPath()), context);
        });
    }

    static Mutation retriesOn503() {
        return around((good, request, context) -> {
            TransportResponse response = good.exchange(request, context);
            return response.status() == 503 ? good.exchange(request, context) : response;
        });
    }

    static Mutation keepsCookies() {
        return perTransport(settings -> {
            Queue<String> cookies = new ConcurrentLinkedQueue<>();
            return (good, request, context) -> {
                TransportResponse response = good.exchange(
                        withHeaders(
                                request, fields -> cookies.forEach(cookie -> fields.add(Map.entry("Cookie", cookie)))),
                        context);
                cookies.addAll(response.headers().allValues("Set-Cookie"));
                return response;
            };
        });
    }

    static Mutation decodesGzip() {
        return around((good, request, context) -> {
            TransportResponse response = good.exchange(request, context);
            byte[] body = new byte[response.body().remaining()];
            response.body().get(body);
            if (body.length < 3 || body[0] != (byte) 0x1f || body[1] != (byte) 0x8b) {
                return response;
            }
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            return TransportResponse.of(response.status(), Headers.none(), ByteBuffer.wrap(plain));
        });
    }

    static Mutation startsTheResponseTwice() {
        return sinks((good, status, headers) -> {
            good.responseStarted(status, headers);
            return good.responseStarted(status, headers);
        });
    }

    /** Swallows errors, as an engine does that only logs exceptions of its handlers. */
    static Mutation swallowsErrors() {
        return sinks((context, status, headers) -> {
            var good = context.responseStarted(status, headers);
            return new OtherSink(good::response, (bytes, offset, length) -> {
                try {
                    good.write(bytes, offset, length);
                } catch (Error e) {
                    // Swallowed.
                }
            });
        });
    }

    /** Collects the body itself, so that the library cannot refuse it. */
    static Mutation swallowsRefusals() {
        return sinks((good, status, headers) -> {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            return new OtherSink(
                    () -> TransportResponse.of(status, headers, ByteBuffer.wrap(body.toByteArray())), body::write);
        });
    }

    static Mutation claimsNotSent() {
        return failure(e -> new RequestNotSentException("no answer", e));
    }

    static Mutation reportsNoReason() {
        return failure(e -> new IOException("failed", e));
    }

    static Mutation throwsARuntimeException() {
        return failure(e -> {
            throw new UncheckedIOException(e);
        });
    }

    static Mutation throwsAnError() {
        return failure(e -> {
            throw new AssertionError("cannot happen", e);
        });
    }

    static Mutation throwsAnEngineException() {
        return failure(e -> new IOException(e) {
            private static final long serialVersionUID = 1L;
        });
    }

    static Mutation ignoresMaxConnections() {
        return settings(good -> good.toBuilder().maxConnections(1_000).build());
    }

    static Mutation trustsEveryServer() {
        Tls trusting = Tls.insecureTrustAll();
        return settings(good -> good.toBuilder()
                .tls(good.tls()
                        .keyManager()
                        .map(trusting::withClientCertificate)
                        .orElse(trusting))
                .build());
    }

    static Mutation sendsNoClientCertificate() {
        return settings(good -> good.tls().keyManager().isEmpty()
                ? good
                : good.tls()
                        .trustManager()
                        .map(trust -> good.toBuilder().tls(Tls.trusting(trust)).build())
                        .orElse(good));
    }

    static TransportSettings withoutProxy(TransportSettings good) {
        return TransportSettings.builder()
                .connectTimeout(good.connectTimeout())
                .maxConnections(good.maxConnections())
                .maxHeaderBytes(good.maxHeaderBytes())
                .tls(good.tls())
                .build();
    }

    static Mutation dropsTheProxyCredentials() {
        return settings(good -> good.proxy()
                .map(proxy -> good.toBuilder()
                        .proxy(HttpProxy.of(proxy.host(), proxy.port()))
                        .build())
                .orElse(good));
    }

    static Mutation sendsOriginFormToTheProxy() {
        return (settings, resolver) -> {
            HttpProxy proxy = settings.proxy().orElseThrow();
            URI origin = URI.create("http://" + proxy.host() + ":" + proxy.port());
            return wrap(
                    new ReferenceTransport(withoutProxy(settings), resolver),
                    (good, request, context) -> good.exchange(withTarget(request, origin, request.target()), context));
        };
    }

    static Mutation leaksTheProxyCredentials() {
        return perTransport(settings -> {
            HttpProxy proxy = settings.proxy().orElseThrow();
            String login = proxy.user().orElse("") + ":" + proxy.password().orElse("");
            String basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
            return (good, request, context) -> good.exchange(
                    proxy.user().isPresent() && request.origin().getScheme().equals("https")
                            ? withHeaders(request, fields -> fields.add(Map.entry("Proxy-Authorization", basic)))
                            : request,
                    context);
        });
    }

    static Mutation quotesTheProxyPassword() {
        return perTransport(settings -> {
            String password = settings.proxy().flatMap(HttpProxy::password).orElse("none");
            return (good, request, context) -> {
                try {
                    return good.exchange(request, context);
                } catch (ConnectException e) {
                    ConnectException chatty = new ConnectException("the proxy did not take the password " + password);
                    chatty.initCause(e);
                    throw chatty;
                }
            };
        });
    }
}
