package io.github.glpi4j.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.testkit.internal.php.PhpText;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A multipart upload as parsed by PHP: files, and parameters in the part {@code uploadManifest}. */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern PARAMETER =
            Pattern.compile("[; ]([^=;\\s]+)=(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^;\\s]*))");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    private final List<UploadedFile> files = new ArrayList<>();
    private @Nullable String manifest;

    private Multipart() {}

    public static Multipart parse(String contentType, byte[] body) {
        Multipart multipart = new Multipart();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (boundary.find()) {
            // One char per byte, so that the search for the boundary keeps binary content intact.
            String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
            for (String part : text.split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
                int end = part.indexOf("\r\n\r\n");
                if (end >= 0) {
                    multipart.add(part.substring(0, end), part.substring(end + 4));
                }
            }
        }
        return multipart;
    }

    private void add(String head, String content) {
        Map<String, String> headers = headers(head);
        Map<String, String> disposition = parameters(headers.getOrDefault("Content-Disposition", ""));
        String name = disposition.getOrDefault("name", "");
        String fileName = disposition.getOrDefault("filename", "");
        if (!fileName.isEmpty()) {
            int folders = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1;
            files.add(new UploadedFile(
                    name.replaceFirst("\\[.*", ""),
                    bytes(fileName.substring(folders)),
                    headers.getOrDefault("Content-Type", ""),
                    bytes(content)));
        } else if (name.equals("uploadManifest")) {
            manifest = content;
        }
    }

    private static Map<String, String> headers(String head) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : head.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find()) {
            String quoted = parameter.group(2);
            parameters.put(
                    parameter.group(1),
                    quoted == null
                            ? parameter.group(3)
                            : ESCAPED.matcher(quoted).replaceAll("$1"));
        }
        return parameters;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** In the order in which they were sent. */
    public List<UploadedFile> files() {
        return List.copyOf(files);
    }

    /** The parameters, which GLPI only reads if there is a file. */
    JsonNode manifest(GlpiVersion version) {
        if (files.isEmpty()) {
            throw GlpiError.of(400, "ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE", "The file seems too big");
        }
        if (manifest == null && version.isFrom11()) {
            throw new PhpFailure();
        }
        return Optional.ofNullable(manifest)
                .map(text -> version.isBefore10() ? PhpText.stripcslashes(text) : text)
                .flatMap(json -> ParameterReader.parse(bytes(json)))
                .orElseThrow(ParameterReader::invalidJson);
    }
}
