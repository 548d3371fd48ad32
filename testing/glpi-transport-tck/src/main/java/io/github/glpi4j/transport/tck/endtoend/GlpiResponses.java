package io.github.glpi4j.transport.tck.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;

/** What a GLPI server sends in the end-to-end contracts. */
final class GlpiResponses {

    /** The JSON of one profile. */
    static final byte[] PROFILES = "{\"myprofiles\":[{\"id\":4,\"name\":\"Super-Admin\"}]}".getBytes(UTF_8);

    private GlpiResponses() {}

    static byte[] json(int status, String body) {
        return json(status).body(body.getBytes(UTF_8));
    }

    static RawResponse json(int status) {
        return RawResponse.of(status).header("Content-Type", "application/json; charset=UTF-8");
    }

    /** The response to an upload. */
    static byte[] uploaded() {
        return json(201, "{\"id\":7,\"upload_result\":{\"filename\":[{\"display\":\"up.bin\"}]}}");
    }

    /** The headers of a download. */
    static RawResponse file() {
        return RawResponse.of(200)
                .header("Content-Type", "text/plain")
                .header("Content-Disposition", "attachment; filename=\"note.txt\"");
    }

    static boolean isFor(ReceivedRequest request, String endpoint) {
        return request.target().replaceAll("^.*/|\\?.*$", "").equals(endpoint);
    }

    /** Answers reads with a profile, and leaves {@code changeActiveProfile} to another responder. */
    static RawServer.Responder writesMeet(RawServer.Responder bad) {
        return (request, connection) -> {
            if (isFor(request, "changeActiveProfile")) {
                bad.respond(request, connection);
            } else {
                connection.write(json(200).body(PROFILES));
            }
        };
    }

    /** Answers requests for document 1 and for profiles, and leaves all others to another responder. */
    static RawServer.Responder othersMeet(RawServer.Responder bad) {
        return (request, connection) -> {
            if (isFor(request, "1")) {
                connection.write(file().body("good".getBytes(UTF_8)));
            } else if (isFor(request, "getMyProfiles")) {
                connection.write(json(200).body(PROFILES));
            } else {
                bad.respond(request, connection);
            }
        };
    }
}
