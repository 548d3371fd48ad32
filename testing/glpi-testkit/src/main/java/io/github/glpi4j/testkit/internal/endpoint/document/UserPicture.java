package io.github.glpi4j.testkit.internal.endpoint.document;

import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.SessionEndpoint;
import io.github.glpi4j.testkit.internal.php.Digests;
import io.github.glpi4j.testkit.internal.php.FileTypes;
import io.github.glpi4j.testkit.internal.php.PhpTime;
import io.github.glpi4j.testkit.internal.state.Pictures;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the picture of an account, by any HTTP method and without a check of rights. */
public final class UserPicture implements SessionEndpoint {
    private static final Pattern PATH = Pattern.compile("user/(\\d+)/picture", Pattern.CASE_INSENSITIVE);

    /** Whether a path contains the one of a picture. */
    public static boolean isWanted(List<String> path) {
        return PATH.matcher(String.join("/", path)).find();
    }

    @Override
    public ApiResponse answer(ApiRequest request, Session session) {
        String id = id(request);
        FakeUser user = find(request, id)
                .orElseThrow(
                        () -> GlpiError.documented(400, "ERROR", "Bad request: user with id '" + id + "' not found"));
        byte[] bytes = user.picture();
        return bytes == null ? ApiResponse.noContent() : file(request, user, bytes);
    }

    private static String id(ApiRequest request) {
        Matcher matcher = PATH.matcher(String.join("/", request.path()));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Optional<FakeUser> find(ApiRequest request, String id) {
        return id.length() > 9 ? Optional.empty() : request.state().accounts().byId(Integer.parseInt(id));
    }

    private static ApiResponse file(ApiRequest request, FakeUser user, byte[] bytes) {
        String etag = Digests.md5(bytes);
        String mime = FileTypes.mime(bytes);
        boolean known =
                request.received().header("If-None-Match").orElse("").trim().equals(etag);
        String path = Objects.requireNonNull(Pictures.path(user));
        ApiResponse answer = DownloadDocument.file(request, known, bytes)
                .with("Etag", etag)
                .with("Content-disposition", DownloadDocument.disposition(mime) + DownloadDocument.names(path))
                .with("Content-Type", mime);
        return modified(request, user)
                .map(time -> answer.with("Last-Modified", time))
                .orElse(answer);
    }

    /** The time of the account's last change: GLPI stores none for the picture. */
    private static Optional<String> modified(ApiRequest request, FakeUser user) {
        ItemTable users = request.state().items().table("User").orElseThrow();
        return users.find(user.id())
                .map(item -> users.columns().value(item, "date_mod").asText())
                .flatMap(time -> PhpTime.parse(time, request.state().clock().getZone()))
                .map(PhpTime::header);
    }
}
