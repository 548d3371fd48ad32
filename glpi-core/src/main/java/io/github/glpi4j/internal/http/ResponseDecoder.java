package io.github.glpi4j.internal.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.GlpiPermissionException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.internal.redaction.Redactor;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the response to an operation into its value or its failure. GLPI's status says little: 200 may be a maintenance
 * page or an empty body, and the code in the body identifies an error.
 */
public final class ResponseDecoder implements Response {

    private static final int SERVER_MESSAGE_LENGTH = 1000;
    private static final int CODE_LENGTH = 100;
    private static final int HEADER_LENGTH = 200;

    private static final String HIGH_LEVEL_API =
            "Base URL: this is GLPI's high-level API (v2), which is another one. Use"
                    + " …/api.php/v1 or …/apirest.php";
    private static final String NO_SUCH_PATH =
            "Base URL: GLPI has nothing at this path. It ends in …/apirest.php or" + " …/api.php/v1";

    private final Operation<?> operation;
    private final RequestEncoder.Encoded request;
    private final TransportResponse response;
    private final Redactor secrets;
    private final int maxBytes;
    private @Nullable JsonParser json;
    private @Nullable ResponseBody body;

    private ResponseDecoder(
            Operation<?> operation, RequestEncoder.Encoded request, TransportResponse response, int maxBytes) {
        this.operation = operation;
        this.request = request;
        this.response = response;
        this.secrets = request.secrets();
        this.maxBytes = maxBytes;
    }

    public static <T extends @Nullable Object> T read(
            Operation<T> operation, RequestEncoder.Encoded request, TransportResponse response, int maxBytes) {
        ResponseDecoder answers = new ResponseDecoder(operation, request, response, maxBytes);
        try {
            return answers.read(operation.handler());
        } catch (CallFailure failure) {
            String body = operation.handler() instanceof JsonHandler.Creation ? answers.startOfText() : "";
            return CreatedItem.orFailure(operation, response.status(), response.headers(), body, failure);
        }
    }

    /** The start of the body, empty if it cannot be decoded. */
    private String startOfText() {
        try {
            return content().head();
        } catch (CallFailure undecodable) {
            return "";
        }
    }

    private <T extends @Nullable Object> T read(ResponseHandler<T> handler) {
        int status = response.status();
        if (status >= 300 && status < 400) {
            throw redirect();
        }
        FileHandler<T> files = handler instanceof FileHandler<T> file ? file : null;
        if (files != null && files.destination(status, response.headers()).isPresent()) {
            return files.received(response.headers());
        }
        ResponseBody content = content();
        body = content;
        boolean success = handler.reads(status);
        Optional<ResponseBody> refusal = content.refusal();
        if (refusal.isPresent()) {
            return refused(handler, refusal.get());
        }
        try {
            if (success && content.isBlank()) {
                if (handler instanceof JsonHandler<T> jsonHandler) {
                    return jsonHandler.empty(this);
                }
                if (files != null && files.isMissing(status, "")) {
                    throw missing(files, content);
                }
                throw new UnexpectedJsonException("an empty answer");
            }
            if (content.isPage()) {
                throw page(files, content);
            }
            try (JsonParser parser = content.json()) {
                if (success) {
                    return value(json(handler), parser);
                }
                throw error(parser, content);
            }
        } catch (JsonProcessingException e) {
            // Jackson's message may quote the text, and with it a token: only the position is reported.
            JsonLocation place = e.getLocation(); // none where it is a limit of Jackson's that was exceeded
            throw unreadable("broken JSON" + (place == null ? "" : " at byte " + place.getByteOffset()), content);
        } catch (IOException e) {
            throw unreadable(String.valueOf(e.getMessage()), content);
        }
    }

    private static <T extends @Nullable Object> JsonHandler<T> json(ResponseHandler<T> handler) throws IOException {
        if (handler instanceof JsonHandler<T> json) {
            return json;
        }
        throw new UnexpectedJsonException("JSON instead of " + ((FileHandler<?>) handler).expected());
    }

    private <T extends @Nullable Object> T value(JsonHandler<T> handler, JsonParser parser) throws IOException {
        json = parser;
        parser.nextToken();
        T value = handler.read(this);
        if (parser.nextToken() != null) {
            throw new UnexpectedJsonException("something behind the end of the JSON");
        }
        return value;
    }

    @Override
    public int status() {
        return response.status();
    }

    @Override
    public Headers headers() {
        return response.headers();
    }

    @Override
    public JsonParser json() {
        return Objects.requireNonNull(json);
    }

    @Override
    public String text() {
        return Objects.requireNonNull(body).text();
    }

    @Override
    public String redact(String text) {
        return serverText(text);
    }

    private CallFailure page(@Nullable FileHandler<?> files, ResponseBody content) {
        if (files != null && files.isMissing(response.status(), content.start())) {
            return missing(files, content);
        }
        String expected = files == null ? "JSON" : files.expected();
        String title = ResponseBody.title(show(content.start()));
        return unreadable(
                title.isEmpty()
                        ? "the answer is not " + expected
                        : "a page titled \"" + title + "\" instead of " + expected,
                content);
    }

    /** {@code ["ERROR_CODE", message]}, where the message is a text, null, or the rows of a bulk call. */
    private <T extends @Nullable Object> T refused(ResponseHandler<T> handler, ResponseBody refusal) {
        try (JsonParser parser = refusal.json()) {
            parser.nextToken();
            parser.nextToken();
            JsonNode code = start(parser, refusal);
            T result = handler instanceof JsonHandler<T> jsonHandler ? result(jsonHandler, text(code), refusal) : null;
            if (result != null) {
                return result;
            }
            JsonNode message =
                    parser.currentToken() == JsonToken.END_ARRAY ? NullNode.instance : start(parser, refusal);
            throw refusal(text(code), text(message), null);
        } catch (IOException e) {
            throw unreadable("a refusal of GLPI that breaks off", refusal);
        }
    }

    /** An error that is a result as well; null if it is not. */
    private <T extends @Nullable Object> @Nullable T result(JsonHandler<T> handler, String code, ResponseBody refusal)
            throws IOException {
        try (JsonParser parser = refusal.json()) {
            json = parser;
            parser.nextToken();
            parser.nextToken();
            parser.nextToken();
            return handler.readError(code, this);
        }
    }

    /** Reads an element and moves to the next one. Of a long element, only the start is kept, to save memory. */
    private static JsonNode start(JsonParser json, ResponseBody content) throws IOException {
        boolean isText = json.currentToken() == JsonToken.VALUE_STRING;
        long from = json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.nextToken();
        long to = json.currentTokenLocation().getByteOffset();
        String element = content.json(from, to);
        return to - from <= Redactor.MAX_LENGTH
                ? Json.MAPPER.readTree(element)
                : TextNode.valueOf(isText ? element.substring(1) : element);
    }

    /** An error in another form than GLPI's API has. */
    private CallFailure error(JsonParser json, ResponseBody content) throws IOException {
        JsonNode error =
                json.nextToken() == JsonToken.START_OBJECT && !content.isLong() ? json.readValueAsTree() : null;
        if (error == null) {
            return unreadable("an error without GLPI's code", content);
        }
        if (error.path("status").asText().startsWith("ERROR")) {
            return refusal(error.path("status").textValue(), text(error.path("title")), HIGH_LEVEL_API);
        }
        if (error.path("error").asBoolean() && error.path("title").isTextual()) {
            String problem = "GLPI answered \"" + serverText(text(error.path("title"))) + ": "
                    + serverText(text(error.path("message"))) + "\"";
            return protocolFailure(
                    "", problem, response.status() == 404 ? NO_SUCH_PATH : PageHints.ofJson(response.status()));
        }
        for (Map.Entry<String, JsonNode> field : error.properties()) {
            if (field.getKey().startsWith("ERROR")) {
                return refusal(field.getKey(), text(field.getValue()), null);
            }
        }
        return unreadable("an error without GLPI's code", content);
    }

    private static String text(JsonNode message) {
        return message.isTextual() ? message.textValue() : message.isContainerNode() ? message.toString() : "";
    }

    /** By code first, since 401 has meant a missing right and 400 a missing item; by status for unknown codes. */
    private CallFailure refusal(String rawCode, String rawMessage, @Nullable String knownHint) {
        String name = operation.name();
        int status = response.status();
        String code = Redactor.cut(showOfGlpi(rawCode), CODE_LENGTH);
        String message = serverText(rawMessage);
        boolean appTokenSent =
                request.request().headers().firstValue("App-Token").isPresent();
        String hint = knownHint != null ? knownHint : ErrorHints.forCode(name, code, appTokenSent);
        if (code.equals(ErrorCodes.RIGHT_MISSING) || (hint == null && status == 403)) {
            return CallFailure.refused(
                    code, () -> new GlpiPermissionException(name, status, code, message, hint, null));
        }
        if (code.equals(ErrorCodes.ITEM_NOT_FOUND) || (hint == null && status == 404)) {
            return CallFailure.refused(code, () -> new GlpiNotFoundException(name, status, code, message, hint, null));
        }
        if (code.matches("ERROR_(.*APP_TOKEN|LOGIN|GLPI_LOGIN|NOT_ALLOWED_IP|SESSION_TOKEN).*")
                || (hint == null && status == 401)) {
            return CallFailure.refused(
                    code, () -> new GlpiAuthenticationException(name, status, code, message, hint, null));
        }
        return CallFailure.refused(code, () -> new GlpiApiException(name, status, code, message, hint, null));
    }

    private CallFailure missing(FileHandler<?> files, ResponseBody content) {
        String page = show(content.start());
        String title = ResponseBody.title(page);
        String said = title.isEmpty() ? content.excerpt(page) : title;
        return CallFailure.refused(
                ErrorCodes.FILE_MISSING,
                () -> new GlpiNotFoundException(
                        operation.name(), response.status(), ErrorCodes.FILE_MISSING, said, files.missingHint(), null));
    }

    private CallFailure redirect() {
        String location = response.headers().firstValue("Location").orElse("");
        return protocolFailure(
                "",
                "a redirect to " + Redactor.cut(show(target(location)), HEADER_LENGTH)
                        + ", which is never followed since it would take the tokens along",
                PageHints.ofRedirect(location));
    }

    /** Without the query, which may hold anything. */
    private static String target(String location) {
        if (location.isEmpty()) {
            return "nowhere";
        }
        try {
            URI target = new URI(location);
            String path = target.getRawPath() == null ? "" : target.getRawPath();
            return target.getHost() == null
                    ? "another path of this host: " + path
                    : target.getScheme() + "://" + target.getHost()
                            + (target.getPort() < 0 ? "" : ":" + target.getPort()) + path;
        } catch (java.net.URISyntaxException e) {
            return "an address that is no URL";
        }
    }

    private ResponseBody content() {
        Optional<String> encoding =
                response.headers().firstValue("Content-Encoding").map(name -> name.toLowerCase(Locale.ROOT));
        try {
            return ResponseBody.decode(response.body(), encoding.orElse("identity"), charset(), maxBytes);
        } catch (IOException e) {
            throw protocolFailure(
                    "",
                    String.valueOf(e.getMessage()),
                    encoding.isEmpty()
                            ? null
                            : "A proxy, gateway or cache between here and GLPI ignores Accept-Encoding or spoils the body");
        }
    }

    /** That of a page; UTF-8 where it is not said or not known. */
    private Charset charset() {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("application/json")) {
            return StandardCharsets.UTF_8; // nearly always: nothing is copied for it
        }
        type = type.toLowerCase(Locale.ROOT);
        int at = type.indexOf("charset=");
        if (at < 0 || type.startsWith("application/json")) {
            return StandardCharsets.UTF_8;
        }
        String name = type.substring(at + "charset=".length())
                .replaceFirst("[;,\\s].*", "")
                .replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private CallFailure unreadable(String problem, ResponseBody content) {
        String page = content.start();
        boolean json = !content.isBlank() && !content.isPage();
        String hint =
                json ? PageHints.ofJson(response.status()) : PageHints.of(operation.method(), response.status(), page);
        // JSON of another shape may hold the token under any name.
        boolean hidden = json && isLogin() && response.status() < 300;
        return protocolFailure(hidden ? Redactor.BLANK : content.excerpt(show(page)), problem, hint);
    }

    private CallFailure protocolFailure(String excerpt, String problem, @Nullable String hint) {
        int status = response.status();
        String contentType = response.headers()
                .firstValue("Content-Type")
                .map(type -> Redactor.cut(show(type), HEADER_LENGTH))
                .orElse(null);
        return new CallFailure(
                () -> new GlpiProtocolException(operation.name(), status, contentType, excerpt, problem, hint, null));
    }

    private String serverText(String text) {
        return Redactor.cut(showOfGlpi(text), SERVER_MESSAGE_LENGTH);
    }

    /** Text of whatever answered, as it may be shown: without secrets, on one line. */
    private String show(String text) {
        return isLogin() ? Redactor.oneLine(secrets.redactLogin(text)) : showOfGlpi(text);
    }

    /** Text in GLPI's own format, which has its place for a token elsewhere. */
    private String showOfGlpi(String text) {
        return Redactor.oneLine(secrets.redact(text));
    }

    private boolean isLogin() {
        return operation.name().equals(Operation.INIT_SESSION);
    }
}
