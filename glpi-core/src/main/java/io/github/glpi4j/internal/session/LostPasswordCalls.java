package io.github.glpi4j.internal.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code lostPassword}, which needs no session. */
public final class LostPasswordCalls {

    private static final String NAME = "lostPassword";

    private static final JsonHandler<String> READ = response -> read(response.json());

    private LostPasswordCalls() {}

    /** Asks for the mail. */
    public static Call<String> requestMail(Dispatcher dispatcher, String email) {
        return call(dispatcher, Map.of("email", email), List.of());
    }

    /** Uses the token from the mail. */
    public static Call<String> resetPassword(Dispatcher dispatcher, String token, String password) {
        return call(dispatcher, fields(token, password), List.of(token, password));
    }

    /** The same for GLPI 9.5, which wants the address too. */
    public static Call<String> resetPassword(Dispatcher dispatcher, String email, String token, String password) {
        Map<String, String> fields = fields(token, password);
        fields.put("email", InputChecks.checkSet("e-mail address", email));
        return call(dispatcher, fields, List.of(token, password));
    }

    private static Map<String, String> fields(String token, String password) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("password_forget_token", InputChecks.check("token", token));
        fields.put("password", InputChecks.check("password", password));
        return fields;
    }

    private static Call<String> call(Dispatcher dispatcher, Map<String, String> fields, List<String> secrets) {
        Operation<String> operation =
                Operation.write(NAME, "PUT", READ).json(fields).hiding(secrets);
        return new DefaultCall<>(dispatcher, NAME, execution -> execution.send(operation), dispatcher.callLimit());
    }

    /** A list with one text. */
    private static String read(JsonParser json) throws IOException {
        Json.expect(json, JsonToken.START_ARRAY, "a list with a text");
        json.nextToken();
        Json.expect(json, JsonToken.VALUE_STRING, "a list with a text");
        String text = json.getText();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
        }
        return text;
    }
}
