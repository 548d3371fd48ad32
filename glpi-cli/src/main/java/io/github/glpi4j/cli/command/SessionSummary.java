package io.github.glpi4j.cli.command;

import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What a person wants to know of a session. */
final class SessionSummary {

    private SessionSummary() {}

    static List<String> of(FullSession session) {
        List<String> lines = new ArrayList<>(whoAndWhere(session));
        lines.add("  profiles  "
                + orNone(session.profiles().stream().map(Profile::name).toList()));
        lines.add("  groups    " + orNone(session.groupIds()));
        if (session.passwordExpired()) {
            lines.add("The password has expired: this session has no profile, and GLPI refuses nearly all calls.");
        }
        return lines;
    }

    /** The user, and the profile and entities in which they work. */
    static List<String> whoAndWhere(FullSession session) {
        List<String> lines = new ArrayList<>();
        lines.add("  user      " + named(session.login(), session.userId()));
        lines.add("  profile   " + named(session.activeProfileName(), session.activeProfileId()));
        lines.add("  entity    " + named(session.activeEntityName(), session.activeEntityId())
                + (session.activeEntityRecursive() ? " and its children" : ""));
        lines.add("  language  " + session.language().orElse("-"));
        return lines;
    }

    private static String named(Optional<String> name, OptionalLong id) {
        return name.orElse("-") + (id.isPresent() ? " (id " + id.getAsLong() + ")" : "");
    }

    private static String orNone(List<?> names) {
        return names.isEmpty() ? "-" : names.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
