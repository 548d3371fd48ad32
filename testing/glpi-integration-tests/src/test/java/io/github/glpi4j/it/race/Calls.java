package io.github.glpi4j.it.race;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.document.Documents;
import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.SessionContext;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The calls of one thread: each returns its own response or fails in an allowed way. */
final class Calls {

    /** Never modified, so that calls on these always succeed. */
    static final List<SessionContext> CONTEXTS = List.of(
            SessionContext.defaults().withProfile(21),
            SessionContext.defaults().withProfile(22).withEntity(1),
            SessionContext.defaults().withProfile(23).withEntityTree(0));

    private final GlpiClient client;
    private final Glpi glpi;
    private final Caller caller;
    private final Transfers transfers;
    private final Events events;
    private final Findings findings;
    private int endingsOver;

    Calls(GlpiClient client, Glpi glpi, Caller caller, Transfers transfers, Events events, Findings findings) {
        this.client = client;
        this.glpi = glpi;
        this.caller = caller;
        this.transfers = transfers;
        this.events = events;
        this.findings = findings;
    }

    /**
     * Makes one call after the other.
     *
     * @param begun is counted down at the beginning of each
     */
    void make(List<Step> steps, CountDownLatch begun) throws Exception {
        for (Step step : steps) {
            begun.countDown();
            // Read before the previous call, because an aborted request may still take effect for a while.
            int before = events.endingsOver();
            if (step.endsSession()) {
                events.sessionEnds();
                make(step);
                events.sessionHasEnded();
            } else {
                make(step);
            }
            endingsOver = before;
        }
    }

    private void make(Step step) throws Exception {
        int choice = step.choice();
        switch (step.action()) {
            case GUEST -> {
                GlpiSession guest = client.session(glpi.guest(choice));
                expect(step, guest.getFullSession().map(Calls::login), Glpi.guestLogin(choice));
            }
            case OWN -> expect(step, client.session().getFullSession().map(Calls::login), glpi.login());
            case CONTEXT -> inContext(step, CONTEXTS.get(choice % CONTEXTS.size()));
            case NEW_CONTEXT ->
                inContext(step, SessionContext.defaults().withProfile(24).withEntity(choice % Glpi.ENTITIES));
            case DOWNLOAD -> download(step, glpi.document(choice), glpi.content(choice));
            case UPLOAD -> upload(step);
            case CHANGE_PROFILE ->
                run(step, client.session().changeActiveProfile(Glpi.PROFILES.get(choice % Glpi.PROFILES.size())));
            case CHANGE_ENTITY -> run(step, client.session().changeActiveEntities(scope(choice)));
            case INIT_SESSION -> initSession(step);
            case KILL_SESSION -> {
                run(step, session(choice).killSession());
                // A failed call may have ended the session, which this call detects.
                run(step.healthy(), session(choice).getGlpiConfig());
            }
            case EXPIRE -> expire(step);
        }
    }

    private static String login(FullSession session) {
        return session.login().orElse("nobody");
    }

    /** The client's own session or that of a context. */
    private GlpiSession session(int choice) {
        int index = choice % (CONTEXTS.size() + 1);
        return index == CONTEXTS.size() ? client.session() : client.session(CONTEXTS.get(index));
    }

    private static EntityScope scope(int choice) {
        long entity = choice % Glpi.ENTITIES;
        return choice % 2 == 0 ? EntityScope.tree(entity) : EntityScope.only(entity);
    }

    private void inContext(Step step, SessionContext context) throws Exception {
        GlpiSession session = client.session(context);
        OptionalLong entity = context.entities().map(EntityScope::entityId).orElse(OptionalLong.empty());
        if (step.choice() % 2 == 0 && entity.isPresent()) {
            expect(step, session.getActiveEntities().map(ActiveEntities::id), entity);
        } else {
            expect(step, session.getActiveProfile().map(ActiveProfile::id), context.profileId());
        }
    }

    private boolean download(Step step, int document, byte[] content) throws Exception {
        Path destination = transfers.destination(content);
        boolean succeeded = run(step, session(step.choice()).documents().download(document, destination)) != null;
        if (succeeded) {
            transfers.downloaded(destination);
        }
        return succeeded;
    }

    private void upload(Step step) throws Exception {
        String name = transfers.upload(step.choice() * 200);
        Documents documents = session(step.choice()).documents();
        var document = run(
                step,
                step.choice() % 2 == 0
                        ? documents.upload(name, transfers.content(name))
                        : documents.upload(transfers.file(name)));
        if (document != null) {
            transfers.uploaded(document.id(), name);
        }
    }

    private void initSession(Step step) throws Exception {
        Outcome<String> opened = caller.run(step, client.initSession().map(session -> session.sessionToken()));
        check(step, opened);
        String token = opened.value();
        if (token == null) {
            events.notOpened(opened.cause());
            return;
        }
        events.opened(token);
        GlpiSession session = client.session(token);
        expect(step, session.getFullSession().map(Calls::login), glpi.login());
        run(step, session.killSession());
    }

    /** Only for sessions that have been used: a refusal at first use means that sessions do not persist. */
    private void expire(Step step) throws Exception {
        byte[] content = step.toString().getBytes(US_ASCII);
        int mark = glpi.fake().addDocument("mark.txt", content);
        if (download(step, mark, content)) {
            glpi.fake().expireSession(glpi.tokenOfLast("Document/" + mark));
            run(step, session(step.choice()).getGlpiConfig()); // and so the client notices
        }
    }

    private <T> void expect(Step step, Call<T> call, T answer) throws Exception {
        T value = run(step, call);
        findings.check(
                value == null || value.equals(answer),
                "another call's answer: step, it, the right one",
                step,
                value,
                answer);
    }

    /** Returns the response; null if the call failed in an allowed way or has no result. */
    private <T extends @Nullable Object> @Nullable T run(Step step, Call<T> call) throws Exception {
        Outcome<T> outcome = caller.run(step, call);
        check(step, outcome);
        return outcome.value();
    }

    private void check(Step step, Outcome<?> outcome) {
        Throwable failure = outcome.failure();
        if (failure == null || step.isOwnAbort(failure)) {
            return;
        }
        boolean closing = events.clientIsClosing();
        int endings = events.endings() - endingsOver;
        boolean expected = closing && isOfClosing(failure, outcome.refused());
        if (expected || (isSessionGone(failure) && endings > 1)) {
            return;
        }
        findings.add(step + ", closing: " + closing + ", sessions ended meanwhile: " + endings, failure);
    }

    private static boolean isOfClosing(Throwable failure, boolean refused) {
        return refused
                ? failure instanceof IllegalStateException
                : failure instanceof GlpiTransportException && !(failure instanceof GlpiTimeoutException);
    }

    /** A call is repeated once in a new session, which may have ended, too. */
    private static boolean isSessionGone(Throwable failure) {
        return failure instanceof GlpiApiException refused && refused.code().equals("ERROR_SESSION_TOKEN_INVALID");
    }
}
