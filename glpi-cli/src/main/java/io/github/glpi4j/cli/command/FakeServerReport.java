package io.github.glpi4j.cli.command;

import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Table;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a FakeGlpi is and who can log in; its secrets are meant to be seen. */
final class FakeServerReport {

    /** The accounts that the documentation of {@link FakeGlpi} lists. */
    private static final List<String> LOGINS =
            List.of("glpi", "api-reader", "jürgen", "disabled", "expired", "password-expired", "no-profile");

    private FakeServerReport() {}

    static CommandResult of(FakeGlpi glpi) {
        List<FakeUser> users =
                LOGINS.stream().map(glpi::user).flatMap(Optional::stream).toList();
        List<Map<String, Object>> accounts =
                users.stream().map(FakeServerReport::account).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", glpi.url());
        json.put("accounts", accounts);
        return new CommandResult(json, lines(glpi.url(), users));
    }

    private static Map<String, Object> account(FakeUser user) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("login", user.login());
        Optional.ofNullable(user.password()).ifPresent(password -> account.put("password", password));
        Optional.ofNullable(user.apiToken()).ifPresent(token -> account.put("user_token", token));
        account.put("note", note(user));
        return account;
    }

    private static List<String> lines(String url, List<FakeUser> users) {
        Table table = new Table("login", "password", "user token", "note");
        users.forEach(user -> table.row(
                user.login(),
                Optional.ofNullable(user.password()).orElse("-"),
                Optional.ofNullable(user.apiToken()).orElse("-"),
                note(user)));
        List<String> lines = new ArrayList<>();
        lines.add("FakeGlpi listens on " + url + " until this process is ended (Ctrl-C).");
        lines.add("");
        lines.addAll(table.lines());
        return lines;
    }

    private static String note(FakeUser user) {
        if (!user.isUsable(Instant.now())) {
            return "no login: inactive or out of its dates";
        }
        if (user.profiles().isEmpty()) {
            return "no login: no profile";
        }
        String profile = user.profiles().get(0).profile().name();
        return user.passwordExpired() ? "password expired: a session without a profile" : profile;
    }
}
