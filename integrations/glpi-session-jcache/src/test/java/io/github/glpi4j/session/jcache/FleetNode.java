package io.github.glpi4j.session.jcache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.session.SessionStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One JVM of a fleet: a member of the cluster with a client on it, which {@link FleetProcess} controls through its standard
 * input. It writes a line for each event.
 */
final class FleetNode {

    static final int THREADS = 2;

    private FleetNode() {}

    /** Arguments: the URL of GLPI, then the ports of the members to join. */
    public static void main(String[] args) throws IOException {
        int[] others = Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        ExecutorService calls = Executors.newFixedThreadPool(THREADS);
        try (HazelcastMember member = HazelcastMember.start(others);
                JCacheSessionStore store = JCacheSessionStore.builder(member.cache(), args[0], "glpi")
                        .encryption(SharedSessionCases.KEY)
                        .build();
                GlpiClient client = GlpiClient.builder(args[0])
                        .credentials(Credentials.basic("glpi", "glpi"))
                        .sessionStore(new CountingStore(store))
                        .build();
                BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            print("started " + member.port() + " " + member.members());
            // Ends with the process that controls it, too.
            for (String line = commands.readLine(); line != null && !line.equals("stop"); line = commands.readLine()) {
                String[] command = line.split(" ", -1);
                int first = Integer.parseInt(command[0]);
                int end = Integer.parseInt(command[1]);
                int pause = Integer.parseInt(command[2]);
                for (int i = first; i < end; i++) {
                    int call = i;
                    Future<?> unused = calls.submit(() -> call(client, call, pause));
                }
            }
        } finally {
            calls.shutdownNow();
        }
        print("stopped");
    }

    private static @Nullable Void call(GlpiClient client, int call, int pause) throws InterruptedException {
        print("begun " + call);
        try {
            String login = client.session().getFullSession().execute().login().orElse("none");
            print((login.equals("glpi") ? "done " : "failed ") + call);
        } catch (GlpiException e) {
            print("failed " + call + " " + e);
        }
        TimeUnit.MILLISECONDS.sleep(pause);
        return null;
    }

    private static void print(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }

    /** Reports whether a new session was stored, or another node was faster. */
    private record CountingStore(SessionStore store) implements SessionStore {

        @Override
        public CompletionStage<Optional<String>> load() {
            return store.load();
        }

        @Override
        public CompletionStage<String> save(@Nullable String replaced, String opened) {
            return store.save(replaced, opened).whenComplete((current, failure) -> {
                print(failure != null ? "unsaved" : current.equals(opened) ? "won" : "lost");
            });
        }

        @Override
        public CompletionStage<@Nullable Void> discard(String token) {
            return store.discard(token);
        }
    }
}
