package io.github.glpi4j.it.race;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.session.FullSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run of a schedule. First the threads use the client while it is open, and it must then work in the profile and
 * entity that it believes in. Then they use it while it is closed, which must leave nothing behind.
 */
final class Race {

    private static final long HANGS = 120;

    private final Schedule schedule;
    private final Glpi glpi;
    private final @Nullable ExternalVertx vertx;
    private final Findings findings;
    private final GlpiClient client;
    private final Transfers transfers;
    private final Events events = new Events();
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    private final Leftovers leftovers;

    private Race(Engine engine, Schedule schedule, Glpi glpi, ExternalVertx vertx, Path folder) {
        this.schedule = schedule;
        this.glpi = glpi;
        this.vertx = engine == Engine.EXTERNAL_VERTX ? vertx : null;
        this.findings = new Findings(engine + ", seed " + schedule.seed());
        glpi.reset(schedule.seed());
        ThreadFactory named = named();
        this.threads = Executors.newCachedThreadPool(named);
        this.timer = Executors.newScheduledThreadPool(2, named);
        this.leftovers = new Leftovers(folder, this.vertx == null ? List.of() : List.of("vert.x-"));
        this.client = engine.client(glpi.url(), schedule.connections(), vertx)
                .credentials(glpi.credentials())
                .maxRetries(schedule.retries())
                .build();
        this.transfers = new Transfers(folder, findings);
    }

    /** Runs a schedule; fails with all violations. */
    static void run(Engine engine, Schedule schedule, Glpi glpi, ExternalVertx vertx, Path folder) throws Exception {
        Race race = new Race(engine, schedule, glpi, vertx, folder);
        try {
            race.run();
        } catch (Exception | Error e) {
            race.findings.add("broke off", e);
        } finally {
            race.client.close();
            race.threads.shutdownNow();
            race.timer.shutdownNow();
        }
        race.findings.assertNone();
    }

    private void run() throws Exception {
        await(start(schedule.open(), new CountDownLatch(0)));
        checkContexts();
        CountDownLatch begun = new CountDownLatch(schedule.closeAfter());
        List<Future<?>> all = start(schedule.closing(), begun);
        Future<List<String>> atClose = threads.submit(() -> {
            findings.check(begun.await(HANGS, SECONDS), "the steps before close() hang");
            events.clientCloses();
            close();
            // Immediately, because close() has waited for the sessions to end.
            return glpi.tokens();
        });
        await(all);
        checkSessions(atClose.get(HANGS, SECONDS));
        transfers.checkFiles();
        transfers.checkUploads(glpi.fake().documents());
        checkNothingIsLeft();
    }

    private static ThreadFactory named() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "race-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private List<Future<?>> start(List<List<Step>> steps, CountDownLatch begun) {
        List<Future<?>> all = new ArrayList<>();
        for (List<Step> ofThread : steps) {
            Caller caller = new Caller(timer, glpi, vertx, findings);
            Calls calls = new Calls(client, glpi, caller, transfers, events, findings);
            all.add(threads.submit(() -> {
                calls.make(ofThread, begun);
                return null;
            }));
        }
        return all;
    }

    private static void await(List<Future<?>> all) throws Exception {
        for (Future<?> one : all) {
            one.get(HANGS, SECONDS);
        }
    }

    /** A renewed session enters the profile and entity that the client assumes: they must have been active before. */
    private void checkContexts() {
        afterAllChanges();
        FullSession worksIn = client.session().getFullSession().execute();
        String before = glpi.tokenOfLast("getFullSession");
        glpi.fake().expireSession(before);
        FullSession believedIn = client.session().getFullSession().execute();
        findings.check(!glpi.tokenOfLast("getFullSession").equals(before), "the session was not renewed");
        findings.check(
                place(worksIn).equals(place(believedIn)),
                "the client works elsewhere than it believes: works, believes",
                place(worksIn),
                place(believedIn));
        for (int choice = 0; choice < Calls.CONTEXTS.size(); choice++) {
            GlpiSession session = client.session(Calls.CONTEXTS.get(choice));
            findings.check(
                    Calls.CONTEXTS
                            .get(choice)
                            .profileId()
                            .equals(session.getActiveProfile().execute().id()),
                    "a context is in another profile:",
                    Calls.CONTEXTS.get(choice));
        }
    }

    /** Changes are made one at a time, so that one that GLPI refuses ends after those that were aborted. */
    private void afterAllChanges() {
        try {
            client.session().changeActiveProfile(4711).execute();
            findings.add("an unknown profile was entered", null);
        } catch (GlpiNotFoundException expected) {
            // The account does not have this profile.
        }
    }

    private static String place(FullSession session) {
        return "profile " + session.activeProfileId() + ", entity " + session.activeEntityId() + ", recursive "
                + session.activeEntityRecursive() + ", entities "
                + session.values().get("glpiactiveentities_string");
    }

    private void close() throws Exception {
        switch (schedule.close()) {
            case ONCE -> client.close();
            case TWICE_AT_A_TIME -> {
                Future<?> other = threads.submit(client::close);
                client.close();
                other.get(HANGS, SECONDS);
            }
            case CLOSE_AND_CLOSE_ASYNC -> {
                CompletableFuture<?> other = client.closeAsync().toCompletableFuture();
                client.close();
                findings.check(other.isDone(), "close() returned before closeAsync() was complete");
                other.get(HANGS, SECONDS);
            }
            case INTERRUPTED -> {
                Thread.currentThread().interrupt();
                client.close();
                findings.check(Thread.interrupted(), "close() has cleared the interrupt flag");
            }
            case EVENT_LOOP -> {
                if (vertx != null) {
                    vertx.context(0).runOnContext(start -> client.close());
                }
                client.closeAsync().toCompletableFuture().get(HANGS, SECONDS);
            }
        }
    }

    private void checkSessions(List<String> atClose) {
        List<String> left = new ArrayList<>(atClose);
        left.removeAll(events.tokensOfCaller());
        findings.check(
                left.size() <= events.loginsOfUnknownOutcome(),
                "sessions are left on the server: how many, how many may be",
                left.size(),
                events.loginsOfUnknownOutcome());
    }

    private void checkNothingIsLeft() throws Exception {
        threads.shutdown();
        timer.shutdownNow();
        List<String> left = leftovers.left();
        findings.check(left.isEmpty(), "still there:", left);
    }
}
