package io.github.glpi4j.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.GlpiPermissionException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the answer to an operation into its value or its failure. GLPI's status alone tells little: 200 may be a
 * maintenance page or nothing at all, and an error is told by the code in the body.
 */
final class Answers {

    private static final int SERVER_MESSAGE_LENGTH = 1000;

    private final Operation<?> operation;
    private final TransportResponse response;
    private final Secrets secrets;
    private final int maxBytes;

    private Answers(Operation<?> operation, TransportResponse response, Secrets secrets, int maxBytes) {
        this.operation = operation;
        this.response = response;
        this.secrets = secrets;
        this.maxBytes = maxBytes;
    }

    static <T extends @Nullable Object> T read(
            Operation<T> operation, TransportResponse response, Secrets secrets, int maxBytes) {
        return new Answers(operation, response, secrets, maxBytes).read(operation.answer());
    }

    private <T extends @Nullable Object> T read(Operation.Answer<T> answer) {
        int status = response.status();
        if (status >= 300 && status < 400) {
            throw redirect();
        }
        if (answer.file(status, response.headers()).isPresent()) {
            return answer.ofFile(response.headers());
        }
        Content content = content();
        boolean success = status >= 200 && status < 300;
        if (success && content.isBlank()) {
            try {
                return answer.empty();
            } catch (IOException e) {
                throw unreadable(String.valueOf(e.getMessage()), content);
            }
        }
        if (content.isPage()) {
            String title = content.title();
            throw unreadable(
                    title.isEmpty()
                            ? "the answer is not " + answer.expected()
                            : "a page titled \"" + show(title) + "\" instead of " + answer.expected(),
                    content);
        }
        try (JsonParser json = content.json()) {
            if (success) {
                return answer.shown(value(answer, json), this::serverText);
            }
            throw error(json, content);
        } catch (JsonProcessingException e) {
            // Jackson's message may quote the text, and with it a token: only the place is told.
            JsonLocation place = e.getLocation(); // none where it is a limit of Jackson's that was exceeded
            throw unreadable("broken JSON" + (place == null ? "" : " at byte " + place.getByteOffset()), content);
        } catch (IOException e) {
            throw unreadable(String.valueOf(e.getMessage()), content);
        }
    }

    private static <T extends @Nullable Object> T value(Operation.Answer<T> answer, JsonParser json)
            throws IOException {
        json.nextToken();
        T value = answer.read(json);
        if (json.nextToken() != null) {
            throw new UnexpectedJsonException("something behind the end of the JSON");
        }
        return value;
    }

    /** {@code ["ERROR_CODE", message]}, where the message is a text, null, or the rows of a bulk call. */
    private Failure error(JsonParser json, Content content) throws IOException {
        JsonNode error = json.nextToken() == JsonToken.START_ARRAY ? json.readValueAsTree() : null;
        if (error == null || !error.path(0).isTextual()) {
            return unreadable("an error without GLPI's code", content);
        }
        JsonNode message = error.path(1);
        String text = message.isTextual() ? message.textValue() : message.isContainerNode() ? message.toString() : "";
        return refusal(error.path(0).textValue(), serverText(text));
    }

    /** By code first, since 401 has meant a missing right and 400 a missing item; by status for unknown codes. */
    private Failure refusal(String rawCode, String message) {
        String name = operation.name();
        int status = response.status();
        String code = show(rawCode);
        String hint = Hints.forCode(name, code);
        if (code.equals("ERROR_RIGHT_MISSING") || (hint == null && status == 403)) {
            return Failure.refused(code, () -> new GlpiPermissionException(name, status, code, message, hint, null));
        }
        if (code.equals("ERROR_ITEM_NOT_FOUND") || (hint == null && status == 404)) {
            return Failure.refused(code, () -> new GlpiNotFoundException(name, status, code, message, hint, null));
        }
        if (code.matches("ERROR_(.*APP_TOKEN|LOGIN|GLPI_LOGIN|NOT_ALLOWED_IP|SESSION_TOKEN).*")
                || (hint == null && status == 401)) {
            return Failure.refused(
                    code, () -> new GlpiAuthenticationException(name, status, code, message, hint, null));
        }
        return Failure.refused(code, () -> new GlpiApiException(name, status, code, message, hint, null));
    }

    private Failure redirect() {
        String host = response.headers().first("Location").map(Answers::host).orElse("nowhere");
        return protocolFailure(
                "",
                "a redirect to " + show(host) + ", which is never followed since it would take the tokens along",
                "Base URL: use the one that the server redirects to (often https instead of http), or ask why it"
                        + " redirects: GLPI itself does so for a session that was opened under another path");
    }

    private static String host(String location) {
        try {
            URI target = new URI(location);
            return target.getHost() == null
                    ? "another path of this host"
                    : target.getScheme() + "://" + target.getHost()
                            + (target.getPort() < 0 ? "" : ":" + target.getPort());
        } catch (java.net.URISyntaxException e) {
            return "an address that is no URL";
        }
    }

    private Content content() {
        Optional<String> encoding =
                response.headers().first("Content-Encoding").map(name -> name.toLowerCase(Locale.ROOT));
        try {
            return Content.decode(response.body(), encoding.orElse("identity"), maxBytes);
        } catch (IOException e) {
            throw protocolFailure("", String.valueOf(e.getMessage()), null);
        }
    }

    private Failure unreadable(String problem, Content content) {
        String page = content.start(secrets.longest());
        return protocolFailure(content.excerpt(show(page)), problem, Hints.forPage(response.status(), page));
    }

    private Failure protocolFailure(String excerpt, String problem, @Nullable String hint) {
        int status = response.status();
        String contentType =
                response.headers().first("Content-Type").map(this::show).orElse(null);
        return new Failure(
                () -> new GlpiProtocolException(operation.name(), status, contentType, excerpt, problem, hint, null));
    }

    private String serverText(String text) {
        return Content.cut(show(text), SERVER_MESSAGE_LENGTH);
    }

    /** Text from outside as it may be shown: without secrets, on one line. */
    private String show(String text) {
        return Content.oneLine(secrets.redact(text));
    }
}
