package io.github.glpi4j.it.race;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.testkit.FakeEntity;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiBuilder;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeSession;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The server of all races, and the users and documents of one race. */
final class Glpi implements AutoCloseable {

    /** Profiles of the user under test; the first is active after a login. */
    static final List<Long> PROFILES = List.of(4L, 21L, 22L, 23L, 24L);

    static final int ENTITIES = 40;

    private static final int GUESTS = 6;
    private static final List<Integer> SIZES = List.of(40, 3_000, 60_000, 300_000, 1_000_000);

    private final FakeGlpi fake = start();
    private final Queue<Runnable> atAnswers = new ConcurrentLinkedQueue<>();
    private final List<String> guests = new ArrayList<>();
    private final List<Integer> documents = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private String login = "";

    Glpi() {
        fake.wireMock().addMockServiceRequestListener((request, response) -> {
            Runnable next = atAnswers.poll();
            if (next != null) {
                next.run();
            }
        });
    }

    /** Runs a task once, just before a response is sent. */
    void atAnswer(Runnable task) {
        atAnswers.add(task);
    }

    private static FakeGlpi start() {
        FakeGlpiBuilder builder = FakeGlpi.builder();
        for (int entity = 3; entity < ENTITIES; entity++) {
            builder.entity(FakeEntity.of(entity, "Entity " + entity, 0));
        }
        return builder.start();
    }

    /** Starts a race with new users and documents, so that unfinished calls of the previous race have no effect. */
    void reset(long seed) {
        fake.reset();
        atAnswers.clear();
        guests.clear();
        documents.clear();
        contents.clear();
        login = "racer-" + seed;
        FakeUser racer = FakeUser.of(login).withPassword("secret");
        for (long profile : PROFILES) {
            racer = racer.withProfile(FakeProfile.central((int) profile, "Profile " + profile), 0, true);
        }
        fake.addUser(racer);
        openGuestSessions();
        Random random = new Random(seed);
        for (int size : SIZES) {
            byte[] content = new byte[size + random.nextInt(20)];
            random.nextBytes(content);
            contents.add(content);
            documents.add(fake.addDocument("document-" + documents.size() + ".txt", content));
        }
    }

    private void openGuestSessions() {
        List<Credentials> credentials = new ArrayList<>();
        for (int guest = 0; guest < GUESTS; guest++) {
            fake.addUser(FakeUser.of(guestLogin(guest))
                    .withPassword("secret")
                    .withProfile(FakeProfile.technician(), 0, true));
            credentials.add(Credentials.basic(guestLogin(guest), "secret"));
        }
        Iterator<Credentials> next = credentials.iterator();
        try (GlpiClient client = GlpiClient.builder(url())
                .listener(new CheckingListener())
                .transport("apache")
                .credentials(Credentials.supplier(next::next))
                .build()) {
            for (int guest = 0; guest < GUESTS; guest++) {
                guests.add(client.initSession().execute().sessionToken());
            }
        }
    }

    String url() {
        return fake.url();
    }

    FakeGlpi fake() {
        return fake;
    }

    String login() {
        return login;
    }

    Credentials credentials() {
        return Credentials.basic(login, "secret");
    }

    /** The token of another user's session. */
    String guest(int choice) {
        return guests.get(choice % GUESTS);
    }

    static String guestLogin(int choice) {
        return "guest-" + choice % GUESTS;
    }

    int document(int choice) {
        return documents.get(choice % documents.size());
    }

    byte[] content(int choice) {
        return contents.get(choice % contents.size());
    }

    /** The sessions of the user under test. */
    List<String> tokens() {
        return fake.sessions().stream()
                .filter(session -> session.login().equals(login))
                .map(FakeSession::token)
                .toList();
    }

    /** The session in which GLPI received the last request of a kind. */
    String tokenOfLast(String path) {
        List<GlpiRequest> requests = fake.requestsTo(path);
        return requests.get(requests.size() - 1).header("Session-Token").orElseThrow();
    }

    @Override
    public void close() {
        fake.close();
    }
}
