package io.github.glpi4j.internal.http;

import io.github.glpi4j.internal.redaction.Redactor;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.TransportRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns operations into requests: base URL, encoding, and the headers that every request carries. */
public record RequestEncoder(
        BaseUrl baseUrl,
        @Nullable String appToken,
        String acceptLanguage,
        Map<String, Supplier<String>> extraHeaders,
        List<String> transportSecrets) {

    private static final String USER_AGENT = "User-Agent";
    private static final String UNRESERVED = "-._~";
    private static final List<Map.Entry<String, String>> DEFAULT_HEADERS = List.of(
            Map.entry("Content-Type", "application/json"),
            Map.entry("Accept", "application/json"),
            Map.entry("Accept-Encoding", "gzip"));
    private static final int EXPECTED_LENGTH = 48;

    /** A shorter value is a switch, such as {@code 1}; to hide it would blank the numbers in GLPI's messages. */
    private static final int MIN_SECRET_HEADER = 4;

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private static final Set<String> RESERVED_HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "app-token",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "session-token",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    public static RequestEncoder of(BaseUrl baseUrl) {
        return new RequestEncoder(baseUrl, null, "en-GB", Map.of(), List.of());
    }

    public RequestEncoder withAppToken(@Nullable String token) {
        return new RequestEncoder(baseUrl, token, acceptLanguage, extraHeaders, transportSecrets);
    }

    public RequestEncoder withAcceptLanguage(String language) {
        return new RequestEncoder(
                baseUrl, appToken, InputChecks.checkToken("language", language), extraHeaders, transportSecrets);
    }

    /** {@return an encoder that also hides secrets which the transport sends, such as those of a proxy} */
    public RequestEncoder withTransportSecrets(List<String> secrets) {
        return new RequestEncoder(baseUrl, appToken, acceptLanguage, extraHeaders, List.copyOf(secrets));
    }

    /** Refuses {@code Authorization} too: it carries GLPI's login, or the client's login at a gateway. */
    public static void checkHeaderOfCall(String name, String value) {
        checkName(name);
        if (name.equalsIgnoreCase("Authorization")) {
            throw new IllegalArgumentException("a call cannot have its own header " + name);
        }
        checkValue(name, value);
    }

    /** {@return whether a call may have this header} See {@link #checkHeaderOfCall}. */
    public static boolean isAllowedInCall(String name, String value) {
        try {
            checkHeaderOfCall(name, value);
            return true;
        } catch (IllegalArgumentException notAllowed) {
            return false;
        }
    }

    private static void checkName(String name) {
        Headers.of(InputChecks.checkLength("name of a header", name), "");
        if (RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the library sets the header " + name + " itself");
        }
    }

    private static String checkValue(String name, String value) {
        InputChecks.checkLength("value of header " + name, value);
        if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("the value of header " + name + " is not visible ASCII");
        }
        return value;
    }

    /** {@return an encoder that adds a header to each request} It replaces a header with the same name, in any case. */
    public RequestEncoder withHeader(String name, Supplier<String> value) {
        checkName(name);
        Map<String, Supplier<String>> headers = new LinkedHashMap<>(extraHeaders);
        headers.keySet().removeIf(name::equalsIgnoreCase);
        headers.put(name.equalsIgnoreCase(USER_AGENT) ? USER_AGENT : name, value);
        return new RequestEncoder(
                baseUrl, appToken, acceptLanguage, Collections.unmodifiableMap(headers), transportSecrets);
    }

    public boolean hasHeader(String name) {
        return extraHeaders.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** A request, and everything in it that must not be shown. */
    public record Encoded(TransportRequest request, Redactor secrets) {}

    public Encoded encode(Operation<?> operation) {
        List<String> secrets = new ArrayList<>(operation.secrets());
        if (!transportSecrets.isEmpty()) { // addAll would copy an array even then
            secrets.addAll(transportSecrets);
        }
        Headers.Builder headers = Headers.builder();
        for (Map.Entry<String, String> header : DEFAULT_HEADERS) {
            if (!operation.headers().containsKey(header.getKey())) {
                headers.add(header.getKey(), header.getValue());
            }
        }
        headers.add("Accept-Language", acceptLanguage).add(USER_AGENT, userAgent());
        if (appToken != null) {
            headers.add("App-Token", appToken);
            secrets.add(appToken);
        }
        operation.headers().forEach(headers::add);
        extraHeaders.forEach((name, supplier) -> {
            if (!name.equals(USER_AGENT)) {
                String value = value(name, supplier);
                headers.add(name, value);
                if (value.length() >= MIN_SECRET_HEADER) {
                    secrets.add(value);
                }
            }
        });
        TransportRequest request = TransportRequest.of(
                operation.method(), baseUrl.origin(), target(operation), headers.build(), operation.body());
        return new Encoded(request, Redactor.of(secrets));
    }

    /** The application's own precedes the library's: RFC 9110 wants the most significant product first. */
    private String userAgent() {
        Supplier<String> application = extraHeaders.get(USER_AGENT);
        return application == null ? UserAgent.LIBRARY : value(USER_AGENT, application) + " " + UserAgent.LIBRARY;
    }

    private static String value(String name, Supplier<String> supplier) {
        return checkValue(name, Objects.requireNonNull(supplier.get(), () -> "no value for header " + name));
    }

    private String target(Operation<?> operation) {
        StringBuilder target = new StringBuilder(EXPECTED_LENGTH).append(baseUrl.path());
        for (String segment : operation.path()) {
            percentEncode(segment, target.append('/'));
        }
        char separator = '?';
        for (Map.Entry<String, String> parameter : operation.query().entrySet()) {
            percentEncode(parameter.getKey(), target.append(separator));
            percentEncode(parameter.getValue(), target.append('='));
            separator = '&';
        }
        return target.toString();
    }

    /** RFC 3986, everything but unreserved characters: PHP reads {@code +} as a blank and {@code [} as an array. */
    private static void percentEncode(String text, StringBuilder out) {
        if (isUnreserved(text)) {
            out.append(text);
            return;
        }
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved((char) b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
            }
        }
    }

    private static boolean isUnreserved(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isUnreserved(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }

    /** Holds the App-Token. */
    @Override
    public String toString() {
        return baseUrl.toString();
    }
}
