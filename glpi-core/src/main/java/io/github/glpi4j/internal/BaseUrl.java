package io.github.glpi4j.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where GLPI's API is: an origin and a path such as {@code /glpi/apirest.php}, without a slash at its end. */
public record BaseUrl(URI origin, String path) {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[(0*:)*:?0*1]");

    /**
     * Understands what people paste: the host alone, GLPI's root, or the API's own address in its three forms.
     *
     * @throws IllegalArgumentException saying what is wrong with it; user-info, which may be a secret, is not repeated
     */
    public static BaseUrl parse(String text) {
        SecretText.checkLength("base URL", text);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("the base URL holds half of a surrogate pair");
        }
        URI uri;
        try {
            uri = URI.create(new URI(text.strip()).toASCIIString());
        } catch (URISyntaxException e) {
            // Neither the message nor the cause of the JDK's exception: both repeat the text, password and all.
            throw new IllegalArgumentException(
                    "the base URL is no URL: " + e.getReason() + " at index " + e.getIndex());
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("the base URL starts with http:// or https://");
        }
        if (uri.getRawAuthority() == null) {
            throw new IllegalArgumentException("the base URL names no host");
        }
        if (uri.getRawAuthority().indexOf('@') >= 0) {
            throw new IllegalArgumentException(
                    "the base URL holds user-info (before the @): pass it as credentials instead");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the base URL ends before a query (?) or fragment (#)");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65535) {
            throw new IllegalArgumentException("the base URL's host or port is not valid: " + uri.getRawAuthority());
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int defaultPort = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == defaultPort ? "" : ":" + uri.getPort();
        return new BaseUrl(
                URI.create(scheme + "://" + host + port),
                apiPath(uri.normalize().getRawPath()));
    }

    private static String apiPath(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        String path = segments.isEmpty() ? "" : "/" + String.join("/", segments);
        if (path.endsWith("/apirest.php") || path.endsWith("/api") || path.endsWith("/api.php/v1")) {
            return path;
        }
        if (path.endsWith("/api.php") || path.contains("/api.php/")) {
            throw new IllegalArgumentException("the base URL leads to GLPI's high-level API, which is another one: "
                    + "this library speaks to …/api.php/v1 or …/apirest.php");
        }
        if (path.contains("/apirest.php/")) {
            throw new IllegalArgumentException("the base URL ends with apirest.php, before an endpoint such as "
                    + segments.get(segments.size() - 1));
        }
        return path + "/apirest.php";
    }

    public void warnIfInClear() {
        if (origin.getScheme().equals("http")
                && !LOOPBACK.matcher(origin.getHost()).matches()) {
            LOG.warn("{} is not https: passwords and tokens travel in clear", origin);
        }
    }

    @Override
    public String toString() {
        return origin + path;
    }
}
