package io.github.glpi4j.testkit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a multipart upload that holds parameters: {@code uploadManifest}, which counts only next to a file. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("[; ]filename=\"[^\"]+");

    private Multipart() {}

    static JsonNode manifest(String contentType, byte[] body) {
        // One char per byte, so that files in the body survive the search for the boundary.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Matcher boundary = BOUNDARY.matcher(contentType);
        String[] parts = boundary.find() ? text.split(Pattern.quote("--" + boundary.group(1)), -1) : new String[0];
        boolean file = false;
        Optional<JsonNode> manifest = Optional.empty();
        for (String part : parts) {
            int end = part.indexOf("\r\n\r\n");
            String head = end < 0 ? "" : part.substring(0, end);
            Matcher name = NAME.matcher(head);
            if (FILE_NAME.matcher(head).find()) {
                file = true;
            } else if (name.find() && name.group(1).equals("uploadManifest")) {
                manifest = ParameterReader.parse(part.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        if (!file) {
            throw GlpiError.of(400, "ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE", "The file seems too big");
        }
        return manifest.orElseThrow(ParameterReader::invalidJson);
    }
}
