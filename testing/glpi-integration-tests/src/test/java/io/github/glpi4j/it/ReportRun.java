package io.github.glpi4j.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.Call;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.Entity;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSession;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.transport.TransportSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a report on one transport in one mode and returns the result. */
final class ReportRun {

    /**
     * How a report ended.
     *
     * @param built whether everything was accepted before the first request
     * @param value what came back, as text
     * @param result the last value itself
     * @param failure what was thrown, null if nothing was
     */
    record Outcome(
            boolean built,
            String value,
            @Nullable Object result,
            @Nullable RuntimeException failure) {}

    private final JsonNode call;
    private final PublicReport report;
    private final Way way;
    private final Path folder;

    ReportRun(PublicReport report, Way way, Path folder) {
        this.report = report;
        this.call = report.call();
        this.way = way;
        this.folder = folder;
    }

    Outcome run(int port, TransportSettings settings) {
        GlpiClient glpi;
        try {
            glpi = client(port, settings);
        } catch (RuntimeException refused) {
            return new Outcome(false, "", null, refused);
        }
        List<String> values = new ArrayList<>();
        Object result = null;
        try (glpi) {
            for (String operation : report.operations()) {
                result = operation.equals("repeat") ? repeat(glpi) : way.run(operation(operation, glpi));
                values.add(text(result));
            }
        } catch (RuntimeException failure) {
            return new Outcome(true, String.join(", ", values), null, failure);
        }
        return new Outcome(true, String.join(", ", values), result, null);
    }

    /** Runs a diagnosis instead of the report's call; empty if the input is refused before. */
    Optional<Diagnosis> diagnose(int port, TransportSettings settings) {
        GlpiClient glpi;
        try {
            glpi = client(port, settings);
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
        try (glpi) {
            return Optional.of(way.run(glpi.diagnose()));
        }
    }

    private GlpiClient client(int port, TransportSettings settings) {
        String url = call.path("url").asText("http://127.0.0.1:{PORT}/apirest.php");
        GlpiClientBuilder builder = way.client(url.replace("{PORT}", Integer.toString(port)))
                .transportSettings(settings)
                .callTimeout(Duration.ofMillis(call.path("timeoutMs").asLong(10_000)))
                .credentials(credentials(call.path("cred")));
        if (call.has("appToken")) {
            builder.appToken(call.path("appToken").textValue());
        }
        if (call.path("credentialsInBody").asBoolean()) {
            builder.credentialsInBody();
        }
        if (call.has("clientAuthSource")) {
            builder.authSource(call.path("clientAuthSource").textValue());
        }
        for (Map.Entry<String, JsonNode> header : call.path("headers").properties()) {
            builder.header(header.getKey(), header.getValue().textValue());
        }
        return builder.build();
    }

    private static Credentials credentials(JsonNode cred) {
        return cred.has("token")
                ? Credentials.userToken(cred.path("token").textValue())
                : Credentials.basic(
                        cred.path("login").textValue(), cred.path("password").textValue());
    }

    private Call<?> operation(String name, GlpiClient glpi) {
        return switch (name) {
            case "initSession" -> initSession(glpi);
            case "fullSession" -> initSession(glpi).fullSession();
            case "getMyEntities" -> glpi.session().getMyEntities();
            case "getMyProfiles" -> glpi.session().getMyProfiles();
            case "getActiveProfile" -> glpi.session().getActiveProfile();
            case "getGlpiConfig" -> glpi.session().getGlpiConfig();
            case "changeActiveProfile" ->
                glpi.session().changeActiveProfile(call.path("id").asLong());
            case "lostPassword" -> glpi.lostPassword(call.path("email").textValue());
            case "choosePassword" ->
                glpi.lostPassword(call.path("email").textValue(), "0123456789abcdef", "a-new-password");
            case "diagnose" -> glpi.diagnose();
            case "upload" -> upload(glpi);
            case "download" ->
                glpi.session().documents().download(call.path("id").asLong(7), folder.resolve("file.bin"));
            default -> throw new AssertionError("no operation for " + name);
        };
    }

    private InitSession initSession(GlpiClient glpi) {
        return call.has("authSource")
                ? glpi.initSession().authSource(call.path("authSource").textValue())
                : glpi.initSession();
    }

    private Call<UploadedDocument> upload(GlpiClient glpi) {
        UploadDocument upload = glpi.session()
                .documents()
                .upload(call.path("file").asText("note.txt"), "hello".getBytes(StandardCharsets.UTF_8));
        return call.has("linkTo")
                ? upload.linkTo(call.path("linkTo").textValue(), call.path("id").asLong())
                : upload;
    }

    /** Only the requests matter. */
    private String repeat(GlpiClient glpi) {
        StringBuilder outcomes = new StringBuilder();
        for (int i = 0; i < call.path("times").asInt(); i++) {
            try {
                outcomes.append(text(way.run(glpi.session().getMyEntities()))).append('\n');
            } catch (GlpiException refused) {
                outcomes.append(refused.getMessage()).append('\n');
            }
        }
        return outcomes.toString();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof InitSessionResponse opened) {
            return "token=" + opened.sessionToken() + "; "
                    + opened.fullSession().map(ReportRun::session).orElse("no full session");
        } else if (value instanceof FullSession session) {
            return session(session);
        } else if (value instanceof ActiveProfile profile) {
            return "id=" + profile.id().orElse(-1) + "; name=" + profile.name().orElse("") + "; ticket="
                    + profile.right("ticket");
        } else if (value instanceof UploadedDocument document) {
            return "id=" + document.id() + "; fileName=" + document.fileName();
        } else if (value instanceof DownloadedDocument document) {
            return "fileName=" + document.fileName() + "; bytes="
                    + document.file().toFile().length();
        } else if (value instanceof List<?> list) {
            return list.stream().map(ReportRun::text).collect(Collectors.joining(", "));
        } else if (value instanceof Entity entity) {
            return entity.id() + " " + entity.name();
        } else if (value instanceof Profile profile) {
            return profile(profile);
        } else {
            return value instanceof Diagnosis diagnosis ? diagnosis.toString() : String.valueOf(value);
        }
    }

    private static String session(FullSession session) {
        return "user=" + session.userId().orElse(-1) + "; login="
                + session.login().orElse("") + "; friendly="
                + session.friendlyName().orElse("") + "; language="
                + session.language().orElse("") + "; profile="
                + session.activeProfileId().orElse(-1) + " "
                + session.activeProfileName().orElse("") + "; entity="
                + session.activeEntityId().orElse(-1) + " "
                + session.activeEntityName().orElse("") + ", recursive="
                + session.activeEntityRecursive() + "; profiles=" + text(session.profiles()) + "; groups="
                + session.groupIds() + "; expired=" + session.passwordExpired();
    }

    private static String profile(Profile profile) {
        return profile.entities().stream()
                .map(entity -> entity.id() + " " + entity.name() + (entity.recursive() ? " and below" : ""))
                .collect(Collectors.joining(", ", profile.id() + " " + profile.name() + " {", "}"));
    }
}
