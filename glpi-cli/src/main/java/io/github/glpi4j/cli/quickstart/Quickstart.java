package io.github.glpi4j.cli.quickstart;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.cli.option.ConnectionOptions;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.NamedCredentials;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSessionResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens and ends sessions in each via, and has two logins refused; ends by an exception at the first surprise. */
final class Quickstart {

    private final QuickstartTarget target;
    private final ConnectionOptions options;
    private final Environment env;
    private final List<QuickstartStep> steps = new ArrayList<>();
    private final List<GlpiAuthenticationException> refusals = new ArrayList<>();

    Quickstart(QuickstartTarget target, ConnectionOptions options, Environment env) {
        this.target = target;
        this.options = options;
        this.env = env;
    }

    void run() {
        TransportAndMode.ALL.forEach(this::run);
    }

    /** The calls so far that went as expected. */
    List<QuickstartStep> steps() {
        return List.copyOf(steps);
    }

    /** The first via's refusals: those of the others read the same. */
    List<GlpiAuthenticationException> refusals() {
        return List.copyOf(refusals);
    }

    private void run(TransportAndMode via) {
        try (GlpiClient glpi = client(via, target.appToken())) {
            target.logins().forEach(login -> openAndKill(glpi, login, via));
            refused(
                    "initSession, wrong password",
                    via,
                    glpi.initSession().credentials(QuickstartTarget.WRONG_PASSWORD.credentials()));
        }
        try (GlpiClient glpi = client(via, Optional.of(QuickstartTarget.WRONG_APP_TOKEN))) {
            NamedCredentials login = target.logins().get(0);
            refused("initSession, wrong App-Token", via, glpi.initSession().credentials(login.credentials()));
        }
    }

    private GlpiClient client(TransportAndMode via, Optional<String> appToken) {
        GlpiClientBuilder builder = options.client(env, target.url(), via.transport());
        appToken.ifPresent(builder::appToken);
        return builder.build();
    }

    private void openAndKill(GlpiClient glpi, NamedCredentials login, TransportAndMode via) {
        Call<InitSessionResponse> open =
                glpi.initSession().credentials(login.credentials()).fullSession();
        InitSessionResponse opened = expect(
                "initSession, " + login.kind(),
                via,
                open,
                answer -> answer.fullSession().map(Quickstart::describe).orElse("a session"));
        expect("killSession", via, glpi.session(opened).killSession(), nothing -> "ended");
    }

    private static String describe(FullSession session) {
        return "session of " + session.login().orElse("?") + " as "
                + session.activeProfileName().orElse("?");
    }

    private <T extends @Nullable Object> T expect(
            String name, TransportAndMode via, Call<T> call, Function<T, String> outcome) {
        long start = System.nanoTime();
        T answer = via.mode().run(call);
        add(name, via, outcome.apply(answer), start);
        return answer;
    }

    private void refused(String name, TransportAndMode via, Call<InitSessionResponse> call) {
        long start = System.nanoTime();
        try {
            via.mode().run(call);
        } catch (GlpiAuthenticationException e) {
            add(name, via, "refused: " + e.status() + " " + e.code(), start);
            if (via.equals(TransportAndMode.ALL.get(0))) {
                refusals.add(e);
            }
            return;
        }
        throw new UnexpectedSuccessException(name);
    }

    private void add(String name, TransportAndMode via, String outcome, long start) {
        steps.add(new QuickstartStep(name, via, outcome, Duration.ofNanos(System.nanoTime() - start)));
    }
}
