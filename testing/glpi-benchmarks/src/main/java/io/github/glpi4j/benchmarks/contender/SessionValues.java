package io.github.glpi4j.benchmarks.contender;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/**
 * The values that each contender reads from a response. For the small response, all but the token are 0 or empty.
 *
 * @param token the session token
 * @param userId the user's id
 * @param login the user's login
 * @param profileId the active profile's id
 * @param profileName the active profile's name
 * @param entityId the active entity's id
 * @param profiles the number of the user's profiles
 */
public record SessionValues(
        String token, long userId, String login, long profileId, String profileName, long entityId, int profiles) {

    /** The reader of hand-written code; it rejects trailing tokens. */
    static final ObjectReader READER = new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public static SessionValues token(String token) {
        return new SessionValues(token, 0, "", 0, "", 0, 0);
    }

    /** Reads the values from a JSON tree, like hand-written code. */
    public static SessionValues read(SampleResponse answer, int status, JsonNode json) throws IOException {
        if (status != 200) {
            throw new IOException("status " + status);
        }
        JsonNode token = json.path("session_token");
        if (!token.isTextual()) {
            throw new IOException("response without session_token");
        }
        if (!answer.full()) {
            return token(token.textValue());
        }
        JsonNode session = json.path("session");
        JsonNode profile = session.path("glpiactiveprofile");
        return new SessionValues(
                token.textValue(),
                session.path("glpiID").asLong(),
                session.path("glpiname").asText(),
                profile.path("id").asLong(),
                profile.path("name").asText(),
                session.path("glpiactive_entity").asLong(),
                session.path("glpiprofiles").size());
    }
}
