package io.github.glpi4j.internal.http;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where GLPI's API is: an origin and a path such as {@code /glpi/apirest.php}, without a slash at its end. */
public record BaseUrl(URI origin, String host, String path) {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[(0*:)*:?0*1]");
    private static final Pattern PARTS = Pattern.compile("(https?)://([^/?#]*)([^?#]*)(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d{1,5})?)?");

    /** Underscores are no part of a host name by the RFCs, but DNS, browsers and Docker Compose take them. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_-]*)(\\.[a-z0-9_][a-z0-9_-]*)*\\.?");

    private static final Set<String> ENDPOINTS = Set.of(
            "initsession",
            "killsession",
            "lostpassword",
            "getfullsession",
            "getglpiconfig",
            "getmyprofiles",
            "getactiveprofile",
            "changeactiveprofile",
            "getmyentities",
            "getactiveentities",
            "changeactiveentities",
            "getmultipleitems",
            "listsearchoptions");

    /**
     * Parses the forms that users have at hand: the host alone, GLPI's root, or the API's own address in its three forms.
     *
     * @throws IllegalArgumentException if it is none of these; the message says why, and never repeats user-info or a
     *     query, which may hold secrets
     */
    public static BaseUrl parse(String url) {
        String text = InputChecks.checkLength("base URL", url).strip();
        checkCharacters(text);
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("the base URL must start with http:// or https://");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String authority = parts.group(2);
        // Anywhere: behind a slash in a password, what is before it would be taken for the host, and quoted.
        if (text.indexOf('@') >= 0) {
            throw new IllegalArgumentException("the base URL has user-info (before the @). Pass GLPI's login to"
                    + " credentials(…). For a web server in front of GLPI that wants a login too, add"
                    + " header(\"Authorization\", …) together with credentialsInBody()");
        }
        if (authority.isEmpty()) {
            throw new IllegalArgumentException("the base URL has no host");
        }
        if (!parts.group(4).isEmpty()) {
            throw new IllegalArgumentException("the base URL must end before a query (?) or fragment (#)");
        }
        if (authority.startsWith("[") && authority.indexOf('%') >= 0) {
            throw new IllegalArgumentException("the base URL's host has an IPv6 zone, which HTTP cannot carry:"
                    + " use a host name or an address without zone");
        }
        Matcher hostAndPort = AUTHORITY.matcher(authority);
        if (!hostAndPort.matches()) {
            throw invalidHost(authority);
        }
        String host = host(hostAndPort.group(1));
        return new BaseUrl(
                URI.create(scheme + "://" + host + port(hostAndPort.group(2), scheme)), host, path(parts.group(3)));
    }

    private static void checkCharacters(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("the base URL contains half of a surrogate pair");
        }
        text.codePoints()
                .filter(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
                .findFirst()
                .ifPresent(c -> {
                    throw new IllegalArgumentException(
                            String.format("the base URL contains an invisible character, U+%04X: type it again", c));
                });
    }

    /** In lower case and ASCII; an IPv4 address that is written as IPv6 becomes IPv4. */
    private static String host(String host) {
        try {
            if (host.startsWith("[")) {
                // Only parses: what is in brackets is never looked up.
                InetAddress address = InetAddress.getByName(host);
                return address.getAddress().length == 4 ? address.getHostAddress() : host.toLowerCase(Locale.ROOT);
            }
            String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
            if (!NAME.matcher(ascii).matches()) {
                throw invalidHost(host);
            }
            return ascii;
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw invalidHost(host);
        }
    }

    private static String port(@Nullable String digits, String scheme) {
        if (digits == null) {
            return "";
        }
        int port = Integer.parseInt(digits);
        if (port == 0 || port > 65535) {
            throw new IllegalArgumentException("the base URL's port is not valid: " + port);
        }
        return port == (scheme.equals("https") ? 443 : 80) ? "" : ":" + port;
    }

    private static IllegalArgumentException invalidHost(String authority) {
        return new IllegalArgumentException("the base URL's host or port is not valid: " + authority);
    }

    private static String path(String text) {
        String raw;
        try {
            raw = URI.create(new URI("http://host" + text.replace(" ", "%20")).toASCIIString())
                    .normalize()
                    .getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the base URL's path is not valid: " + e.getReason());
        }
        List<String> segments =
                Arrays.stream(raw.split("/")).filter(s -> !s.isEmpty()).toList();
        String path = segments.isEmpty() ? "" : "/" + String.join("/", segments);
        String lower = path.toLowerCase(Locale.ROOT);
        segments.stream()
                .filter(segment -> ENDPOINTS.contains(segment.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(endpoint -> {
                    throw new IllegalArgumentException("the base URL must end before the endpoint " + endpoint);
                });
        if (lower.contains("/apirest.php/") || lower.contains("/api.php/v1/")) {
            throw new IllegalArgumentException(
                    "the base URL must end with apirest.php or api.php/v1, before an endpoint" + " such as "
                            + segments.get(segments.size() - 1));
        }
        if (lower.endsWith("/apirest.php") || lower.endsWith("/api") || lower.endsWith("/api.php/v1")) {
            return path;
        }
        if (lower.endsWith("/api.php") || lower.contains("/api.php/")) {
            throw new IllegalArgumentException(
                    "the base URL is that of GLPI's high-level API, which this library does not"
                            + " support: use …/api.php/v1 or …/apirest.php");
        }
        if (lower.contains(".php/") || lower.endsWith(".php")) {
            throw new IllegalArgumentException("the base URL is that of a web page (…"
                    + path.substring(path.lastIndexOf('/')) + "): use GLPI's root, such as https://host/glpi, or the"
                    + " address of its API, which ends with apirest.php");
        }
        return path + "/apirest.php";
    }

    public void warnIfInClear() {
        if (origin.getScheme().equals("http") && !LOOPBACK.matcher(host).matches()) {
            LOG.warn("{} is not https: passwords and tokens travel in clear", origin);
        }
    }

    @Override
    public String toString() {
        return origin + path;
    }
}
