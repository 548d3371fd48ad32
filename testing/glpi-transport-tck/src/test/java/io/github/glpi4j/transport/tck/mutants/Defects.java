package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutation.perTransport;
import static io.github.glpi4j.transport.tck.mutants.Mutation.wrap;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Defects of requests, responses and settings that do not fit into a line of {@link Mutants}. */
final class Defects {

    private Defects() {}

    static TransportRequest withHeaders(TransportRequest request, Headers headers) {
        return TransportRequest.of(request.method(), request.origin(), request.target(), headers, request.body());
    }

    static TransportRequest withHeader(TransportRequest request, String name, String value) {
        Headers.Builder more = Headers.builder();
        request.headers().forEach(more::add);
        return withHeaders(request, more.add(name, value).build());
    }

    static TransportRequest withTarget(TransportRequest request, String target) {
        return TransportRequest.of(request.method(), request.origin(), target, request.headers(), request.body());
    }

    static TransportRequest withBody(TransportRequest request, RequestBody body) {
        return TransportRequest.of(request.method(), request.origin(), request.target(), request.headers(), body);
    }

    static Headers only(Headers headers, BiPredicate<String, String> kept) {
        Headers.Builder some = Headers.builder();
        headers.forEach((name, value) -> {
            if (kept.test(name, value)) {
                some.add(name, value);
            }
        });
        return some.build();
    }

    static Headers without(Headers headers, String name) {
        return only(headers, (each, value) -> !each.equalsIgnoreCase(name));
    }

    static Headers ordered(Headers headers, Consumer<List<Map.Entry<String, String>>> order) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        headers.forEach((name, value) -> fields.add(Map.entry(name, value)));
        order.accept(fields);
        Headers.Builder ordered = Headers.builder();
        fields.forEach(field -> ordered.add(field.getKey(), field.getValue()));
        return ordered.build();
    }

    static TransportResponse followRedirect(BlockingTransport good, TransportRequest request, ExchangeContext context)
            throws IOException {
        TransportResponse response = good.exchange(request, context);
        Optional<String> location = response.headers().firstValue("Location");
        if (location.isEmpty()) {
            return response;
        }
        URI next = request.origin().resolve(location.get());
        return good.exchange(
                TransportRequest.of(request.method(), next, next.getRawPath(), request.headers(), request.body()),
                context);
    }

    static TransportResponse decodeGzip(BlockingTransport good, TransportRequest request, ExchangeContext context)
            throws IOException {
        TransportResponse response = good.exchange(request, context);
        byte[] body = new byte[response.body().remaining()];
        response.body().get(body);
        if (body.length < 3 || body[0] != (byte) 0x1f || body[1] != (byte) 0x8b) {
            return response;
        }
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        return TransportResponse.of(response.status(), Headers.none(), ByteBuffer.wrap(plain));
    }

    static ResponseSink swallowErrors(ExchangeContext context, int status, Headers headers) {
        ResponseSink good = context.responseStarted(status, headers);
        return new FileDefects.OtherSink(good, (bytes, offset, length) -> {
            try {
                good.write(bytes, offset, length);
            } catch (Error e) {
                // Swallowed, as by an engine that only logs exceptions of its handlers.
            }
        });
    }

    /** Collects the body itself, so that the library cannot refuse it. */
    static ResponseSink swallowRefusals(ExchangeContext context, int status, Headers headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return new ResponseSink() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                body.write(bytes, offset, length);
            }

            @Override
            public TransportResponse response() {
                return TransportResponse.of(status, headers, ByteBuffer.wrap(body.toByteArray()));
            }
        };
    }

    static TransportSettings trustAll(TransportSettings good) {
        Tls trusting = Tls.insecureTrustAll();
        return good.toBuilder()
                .tls(good.tls()
                        .keyManager()
                        .map(trusting::withClientCertificate)
                        .orElse(trusting))
                .build();
    }

    static TransportSettings withoutClientCertificate(TransportSettings good) {
        Tls tls = good.tls();
        return tls.keyManager().isPresent() && tls.trustManager().isPresent()
                ? good.toBuilder().tls(Tls.trusting(tls.trustManager().get())).build()
                : good;
    }

    static TransportSettings withoutProxy(TransportSettings good) {
        return TransportSettings.builder()
                .connectTimeout(good.connectTimeout())
                .maxConnections(good.maxConnections())
                .maxHeaderBytes(good.maxHeaderBytes())
                .tls(good.tls())
                .build();
    }

    static TransportSettings withoutProxyCredentials(TransportSettings good) {
        return good.proxy()
                .map(proxy -> good.toBuilder()
                        .proxy(HttpProxy.of(proxy.host(), proxy.port()))
                        .build())
                .orElse(good);
    }

    static Mutation sendsOriginFormToTheProxy() {
        return (settings, resolver) -> {
            HttpProxy proxy = settings.proxy().orElseThrow();
            URI origin = URI.create("http://" + proxy.host() + ":" + proxy.port());
            return wrap(
                    new ReferenceTransport(withoutProxy(settings), resolver),
                    (good, request, context) -> good.exchange(
                            TransportRequest.of(
                                    request.method(), origin, request.target(), request.headers(), request.body()),
                            context));
        };
    }

    static Mutation leaksTheProxyCredentials() {
        return perTransport(settings -> {
            String credentials = settings.proxy().map(Defects::basic).orElse("");
            return (good, request, context) -> good.exchange(
                    credentials.isEmpty() || !request.origin().getScheme().equals("https")
                            ? request
                            : withHeader(request, "Proxy-Authorization", credentials),
                    context);
        });
    }

    private static String basic(HttpProxy proxy) {
        return proxy.user()
                .map(user -> user + ":" + proxy.password().orElse(""))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .orElse("");
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

    static Mutation keepsCookies() {
        return perTransport(settings -> new Mutation.Around() {
            private volatile String cookie = "";

            @Override
            public TransportResponse exchange(BlockingTransport good, TransportRequest request, ExchangeContext context)
                    throws IOException {
                TransportRequest sent = cookie.isEmpty() ? request : withHeader(request, "Cookie", cookie);
                TransportResponse response = good.exchange(sent, context);
                response.headers().firstValue("Set-Cookie").ifPresent(value -> cookie = value);
                return response;
            }
        });
    }
}
