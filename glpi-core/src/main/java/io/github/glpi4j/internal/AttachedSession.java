package io.github.glpi4j.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.session.FullSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A session that was opened elsewhere: used with its token as it is, neither renewed nor ended. */
public final class AttachedSession implements GlpiSession {

    /** {@code true} since GLPI 10; GLPI 9.5 answers with nothing. */
    @SuppressWarnings("NullAway") // in its standard mode it does not see that T is @Nullable Void
    private static final Operation.Answer<@Nullable Void> KILLED = new Operation.Answer<>() {
        @Override
        public @Nullable Void read(JsonParser json) throws IOException {
            Json.expect(json, JsonToken.VALUE_TRUE, "true");
            return null;
        }

        @Override
        public @Nullable Void empty() {
            return null;
        }
    };

    private final CallExecutor executor;
    private final String token;

    private AttachedSession(CallExecutor executor, String token) {
        this.executor = executor;
        this.token = token;
    }

    public static GlpiSession of(CallExecutor executor, String token) {
        return new AttachedSession(executor, SecretText.checkToken("session token", token));
    }

    @Override
    public Call<FullSession> getFullSession() {
        return call("getFullSession", Repeat.READ, AttachedSession::readSession);
    }

    @Override
    public Call<@Nullable Void> killSession() {
        return call("killSession", Repeat.WRITE, KILLED);
    }

    private <T extends @Nullable Object> Call<T> call(String name, Repeat repeat, Operation.Answer<T> answer) {
        return new ApiCall<>(
                executor,
                name,
                pipeline -> pipeline.send(Operation.inSession(name, token, repeat, answer)),
                executor.callTimeout());
    }

    private static FullSession readSession(JsonParser json) throws IOException {
        Json.expect(json, JsonToken.START_OBJECT, "an object with a session");
        FullSession session = null;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            if (field.equals("session")) {
                session = FullSession.of(Json.object(json, "a session that is an object"));
            } else {
                json.skipChildren();
            }
        }
        if (session == null) {
            throw new UnexpectedJsonException("a session was expected, but the answer has none");
        }
        return session;
    }

    @Override
    public String toString() {
        return "GlpiSession[***]";
    }
}
