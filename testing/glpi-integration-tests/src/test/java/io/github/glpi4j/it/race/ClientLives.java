package io.github.glpi4j.it.race;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.SessionContext;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Clients that are built, used and closed at random times, one after another. Exchanges only JDK types, so that it also
 * runs in the class loader of an application.
 */
final class ClientLives implements Callable<List<WeakReference<?>>> {

    private static final int MOST_CALLS = 5;
    private static final int LONGEST_LIFE = 10_000;
    private static final long HANGS = 120;

    private final Engine engine;
    private final ExternalVertx vertx;
    private final String url;
    private final String login;
    private final int document;
    private final Path folder;
    private final Random random;
    private final int clients;

    ClientLives(
            String engine,
            ExternalVertx vertx,
            String url,
            String login,
            int document,
            Path folder,
            long seed,
            int clients) {
        this.engine = Engine.valueOf(engine);
        this.vertx = vertx;
        this.url = url;
        this.login = login;
        this.document = document;
        this.folder = folder;
        this.random = new Random(seed);
        this.clients = clients;
    }

    /** Returns objects that must be collectable now. */
    @Override
    public List<WeakReference<?>> call() throws Exception {
        List<WeakReference<?>> gone = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            gone.add(new WeakReference<>(live(folder.resolve("file-" + random.nextLong()))));
        }
        return gone;
    }

    private GlpiClient live(Path file) throws Exception {
        GlpiClient client = engine.client(url, 1 + random.nextInt(3), vertx)
                .credentials(Credentials.basic(login, "secret"))
                .build();
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int call = random.nextInt(MOST_CALLS + 1); call > 0; call--) {
            calls.add(start(client, file));
        }
        if (!calls.isEmpty() && random.nextInt(3) > 0) {
            await(calls.get(random.nextInt(calls.size())), (long) Math.pow(LONGEST_LIFE, random.nextDouble()));
        }
        close(client);
        for (CompletableFuture<?> call : calls) {
            if (!await(call, SECONDS.toMicros(HANGS))) {
                throw new AssertionError("a call hangs after close()");
            }
        }
        return client;
    }

    private CompletableFuture<?> start(GlpiClient client, Path file) {
        return switch (random.nextInt(6)) {
            case 0 -> client.session().getFullSession().executeAsync();
            case 1 ->
                client.session(SessionContext.defaults().withProfile(21))
                        .getActiveProfile()
                        .executeAsync();
            case 2 -> client.session().changeActiveProfile(22).executeAsync();
            case 3 -> client.session().killSession().executeAsync();
            case 4 -> client.session().documents().download(document, file).executeAsync();
            default ->
                client.session()
                        .documents()
                        .upload("note.txt", "note".getBytes(StandardCharsets.US_ASCII))
                        .executeAsync();
        };
    }

    /** Whether the call has ended by then. */
    private static boolean await(CompletableFuture<?> call, long micros) throws InterruptedException {
        try {
            call.get(micros, MICROSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | CancellationException e) {
            return true; // as it may, once the client is closed
        }
        return true;
    }

    private void close(GlpiClient client) throws Exception {
        switch (random.nextInt(4)) {
            case 0 -> client.closeAsync().toCompletableFuture().get(HANGS, SECONDS);
            case 1 -> {
                Thread.currentThread().interrupt();
                client.close();
                if (!Thread.interrupted()) {
                    throw new AssertionError("close() has cleared the interrupt flag");
                }
            }
            default -> client.close();
        }
    }
}
