package io.github.glpi4j;

import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Sessions that a test delays, loses or refuses at a chosen moment. Not a fake of GLPI: what GLPI does is tested on {@code
 * FakeGlpi}, whose module depends on this one.
 */
final class MiniGlpi implements StubGlpi.Reply {

    static final String USABLE =
            "\"session\":{\"glpiname\":\"glpi\",\"glpiactiveprofile\":{\"id\":4,\"name\":\"Super-Admin\"}}";

    final AtomicInteger logins = new AtomicInteger();
    final AtomicInteger kills = new AtomicInteger();
    final AtomicInteger writes = new AtomicInteger();
    final Semaphore loginBegun = new Semaphore(0);
    final Semaphore configBegun = new Semaphore(0);
    final Semaphore killed = new Semaphore(0);
    final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    final StubGlpi stub = StubGlpi.replying(this);

    private final Set<String> alive = ConcurrentHashMap.newKeySet();

    volatile CountDownLatch loginGate = new CountDownLatch(0);
    volatile CountDownLatch configGate = new CountDownLatch(0);

    /** Replaces the response to a request, after it has been carried out. */
    volatile UnaryOperator<TransportResponse> loginResponse = UnaryOperator.identity();

    /** Called when a change of profile or entity has been carried out, or a session is about to be ended. */
    volatile Runnable afterChange = () -> {};

    volatile Runnable beforeKill = () -> {};
    volatile String goodToken = "user-token-canary";
    volatile String sessionShown = USABLE;
    volatile boolean sessionsLost;
    volatile String unreachable = "no endpoint";
    volatile String sessionError = "401 ERROR_SESSION_TOKEN_INVALID";

    @Override
    public TransportResponse to(TransportRequest request) throws IOException {
        String path = request.target().substring(request.target().lastIndexOf('/') + 1);
        String endpoint = path.indexOf('?') < 0 ? path : path.substring(0, path.indexOf('?'));
        return endpoint.equals("initSession") ? logIn(request) : inSession(request, endpoint);
    }

    private TransportResponse logIn(TransportRequest request) {
        logins.incrementAndGet();
        loginBegun.release();
        pass(loginGate);
        if (request.headers().firstValue("Session-Token").isPresent()) {
            throw new AssertionError("GLPI would end that session");
        }
        String authorization = request.headers().firstValue("Authorization").orElse("");
        if (!authorization.equals("user_token " + goodToken)) {
            return loginResponse.apply(StubGlpi.response(401, StubGlpi.JSON, "[\"ERROR_GLPI_LOGIN_USER_TOKEN\",\"\"]"));
        }
        String token = "session-" + logins.get() + "-abcdefghijklmnop";
        alive.add(token);
        String full = request.target().contains("get_full_session") ? "," + sessionShown : "";
        return loginResponse.apply(
                StubGlpi.response(200, StubGlpi.JSON, "{\"session_token\":\"" + token + "\"" + full + "}"));
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TransportResponse inSession(TransportRequest request, String endpoint) throws IOException {
        if (endpoint.equals("killSession")) {
            beforeKill.run();
        }
        if (endpoint.equals(unreachable)) {
            throw new IOException("connection reset");
        }
        String token = request.headers().firstValue("Session-Token").orElse("");
        if (sessionsLost || !alive.contains(token)) {
            String[] error = sessionError.split(" ", -1);
            return StubGlpi.response(Integer.parseInt(error[0]), StubGlpi.JSON, "[\"" + error[1] + "\",\"\"]");
        }
        return switch (endpoint) {
            case "killSession" -> {
                kills.incrementAndGet();
                alive.remove(token);
                killed.release();
                yield json("true");
            }
            case "changeActiveProfile", "changeActiveEntities" -> {
                writes.incrementAndGet();
                String body = new String(request.body().openStream().readAllBytes(), StandardCharsets.UTF_8);
                changes.add(token + " " + endpoint + " " + body);
                afterChange.run();
                yield json(body.contains("999") ? "false" : "true");
            }
            case "getFullSession" -> json("{" + sessionShown + "}");
            case "getGlpiConfig" -> {
                configBegun.release();
                pass(configGate);
                yield json("{\"cfg_glpi\":{\"version\":\"10.0.19\"}}");
            }
            default -> throw new AssertionError(endpoint);
        };
    }

    private static TransportResponse json(String body) {
        return StubGlpi.response(200, StubGlpi.JSON, body);
    }

    /** As a server that restarts, or runs its clean-up: every token is dead. */
    void expireAll() {
        alive.clear();
    }

    int alive() {
        return alive.size();
    }

    GlpiClientBuilder client(StubGlpi.Way way) {
        return stub.client(way);
    }

    /** A client over {@link StubGlpi#remote}. */
    GlpiClientBuilder remoteClient(StubGlpi.Way way) {
        return stub.client(way).transport(stub.remote(way));
    }
}
