package io.github.glpi4j.cli.quickstart;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.cli.option.ConnectionOptions;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.Login;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSessionResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens and ends sessions in each lane, and has two logins refused; ends by an exception at the first surprise. */
final class Quickstart {

    private final Site site;
    private final ConnectionOptions options;
    private final Environment env;
    private final List<Step> steps = new ArrayList<>();
    private final List<GlpiAuthenticationException> refusals = new ArrayList<>();

    Quickstart(Site site, ConnectionOptions options, Environment env) {
        this.site = site;
        this.options = options;
        this.env = env;
    }

    void run() {
        Lane.ALL.forEach(this::run);
    }

    /** The calls so far that went as expected. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The first lane's refusals: those of the others read the same. */
    List<GlpiAuthenticationException> refusals() {
        return List.copyOf(refusals);
    }

    private void run(Lane lane) {
        try (GlpiClient glpi = client(lane, site.appToken())) {
            site.logins().forEach(login -> openAndKill(glpi, login, lane));
            refused(
                    "initSession, wrong password",
                    lane,
                    glpi.initSession().credentials(Site.WRONG_PASSWORD.credentials()));
        }
        try (GlpiClient glpi = client(lane, Optional.of(Site.WRONG_APP_TOKEN))) {
            Login login = site.logins().get(0);
            refused("initSession, wrong App-Token", lane, glpi.initSession().credentials(login.credentials()));
        }
    }

    private GlpiClient client(Lane lane, Optional<String> appToken) {
        GlpiClient.Builder builder = options.client(env, site.url(), lane.transport());
        appToken.ifPresent(builder::appToken);
        return builder.build();
    }

    private void openAndKill(GlpiClient glpi, Login login, Lane lane) {
        Call<InitSessionResponse> open =
                glpi.initSession().credentials(login.credentials()).fullSession();
        InitSessionResponse opened = expect(
                "initSession, " + login.kind(),
                lane,
                open,
                answer -> answer.fullSession().map(Quickstart::describe).orElse("a session"));
        expect("killSession", lane, glpi.session(opened).killSession(), nothing -> "ended");
    }

    private static String describe(FullSession session) {
        return "session of " + session.login().orElse("?") + " as "
                + session.activeProfileName().orElse("?");
    }

    private <T extends @Nullable Object> T expect(String name, Lane lane, Call<T> call, Function<T, String> outcome) {
        long start = System.nanoTime();
        T answer = lane.mode().run(call);
        add(name, lane, outcome.apply(answer), start);
        return answer;
    }

    private void refused(String name, Lane lane, Call<InitSessionResponse> call) {
        long start = System.nanoTime();
        try {
            lane.mode().run(call);
        } catch (GlpiAuthenticationException e) {
            add(name, lane, "refused: " + e.status() + " " + e.code(), start);
            if (lane.equals(Lane.ALL.get(0))) {
                refusals.add(e);
            }
            return;
        }
        throw new UnexpectedSuccessException(name);
    }

    private void add(String name, Lane lane, String outcome, long start) {
        steps.add(new Step(name, lane, outcome, Duration.ofNanos(System.nanoTime() - start)));
    }
}
