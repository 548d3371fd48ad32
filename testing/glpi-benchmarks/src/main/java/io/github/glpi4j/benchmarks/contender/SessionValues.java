package io.github.glpi4j.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/**
 * What every contender reads from an answer; of the small one, which has a token only, the rest is 0 or empty.
 *
 * @param token the session token
 * @param userId the user's id
 * @param login the user's login
 * @param profileId the active profile's id
 * @param profileName the active profile's name
 * @param entityId the active entity's id
 * @param profiles how many profiles the user has
 */
record Opened(
        String token, long userId, String login, long profileId, String profileName, long entityId, int profiles) {

    /** What hand-written code reads with: it rejects what comes behind the end, too. */
    static final ObjectReader READER = new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Opened token(String token) {
        return new Opened(token, 0, "", 0, "", 0, 0);
    }

    /** As hand-written code picks from a tree what it needs. */
    static Opened read(Answer answer, int status, JsonNode json) throws IOException {
        if (status != 200) {
            throw new IOException("status " + status);
        }
        JsonNode token = json.path("session_token");
        if (!token.isTextual()) {
            throw new IOException("an answer without a session_token");
        }
        if (!answer.full()) {
            return token(token.textValue());
        }
        JsonNode session = json.path("session");
        JsonNode profile = session.path("glpiactiveprofile");
        return new Opened(
                token.textValue(),
                session.path("glpiID").asLong(),
                session.path("glpiname").asText(),
                profile.path("id").asLong(),
                profile.path("name").asText(),
                session.path("glpiactive_entity").asLong(),
                session.path("glpiprofiles").size());
    }
}
