package io.github.glpi4j.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeSession;
import io.github.glpi4j.testkit.LoginGate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * JVMs that share one session: it is ended every second from outside, and the oldest node is killed while the logins of all
 * nodes are under way. Another node then takes over the calls that it has not completed.
 */
@Timeout(300)
class FleetTest {

    private final FakeGlpi glpi = FakeGlpi.start();
    private final List<FleetProcess> nodes = new ArrayList<>();

    /** The calls that were under way when the session last ended. */
    private final Map<FleetProcess, Set<Integer>> interrupted = new HashMap<>();

    private int ends;

    @AfterEach
    void close() {
        nodes.forEach(FleetProcess::close);
        glpi.close();
    }

    @Test
    void twoNodes() throws Exception {
        run(2, 150, 50);
    }

    @Test
    @Tag("heavy")
    void fourNodes() throws Exception {
        run(4, 500, 80);
    }

    private void run(int size, int callsOfEach, int pauseMillis) throws Exception {
        FleetProcess oldest = start("0", List.of());
        for (int i = 1; i < size; i++) {
            start(String.valueOf(i), List.of(oldest));
        }
        for (FleetProcess node : nodes) {
            node.await("started");
        }
        long began = System.nanoTime();
        for (FleetProcess node : nodes) {
            node.call(0, callsOfEach, pauseMillis);
        }
        while (nodes.stream().anyMatch(node -> node.count("done") < callsOfEach * 2 / 5)) {
            endSessionAfterASecond();
        }

        killDuringRenewal(oldest, size);
        Set<Integer> inFlight = oldest.inFlight();
        FleetProcess replacement = start("replacement", nodes.subList(1, size));
        replacement.call(oldest.count("done"), callsOfEach, pauseMillis);
        while (nodes.stream().mapToInt(node -> node.count("done")).sum() < size * callsOfEach) {
            endSessionAfterASecond();
        }
        double seconds = (System.nanoTime() - began) / 1e9;

        List<FleetProcess> alive = nodes.subList(1, nodes.size());
        int last = size * callsOfEach;
        for (FleetProcess node : alive) {
            node.call(last, last + 1, 0);
            node.await("done " + last);
        }
        for (FleetProcess node : alive) {
            node.stop();
        }
        check(size * callsOfEach, inFlight, seconds);
    }

    private FleetProcess start(String name, List<FleetProcess> members) throws Exception {
        FleetProcess node = FleetProcess.start(name, glpi.url(), members);
        nodes.add(node);
        return node;
    }

    private void endSessionAfterASecond() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        awaitInterrupted();
        endSession();
    }

    /** A call fails if three of its sessions end; on a slow machine that could happen within one call. */
    private void awaitInterrupted() throws InterruptedException {
        for (FleetProcess node : nodes) {
            node.awaitOutcomes(interrupted.getOrDefault(node, Set.of()));
            assertThat(node.reported("failed")).isEmpty();
        }
    }

    private void endSession() {
        for (FleetProcess node : nodes) {
            interrupted.put(node, node.inFlight());
        }
        boolean ended = false;
        for (FakeSession session : sessionsInUse()) {
            ended |= glpi.expireSession(session.token());
        }
        ends += ended ? 1 : 0;
    }

    /** {@return the open sessions in which a call has been made} */
    private List<FakeSession> sessionsInUse() {
        Set<String> used = glpi.requests().stream()
                .filter(request -> !request.path().endsWith("/killSession"))
                .flatMap(request -> request.header("Session-Token").stream())
                .collect(Collectors.toSet());
        return glpi.sessions().stream()
                .filter(session -> used.contains(session.token()))
                .toList();
    }

    /** When it dies, GLPI has its login and will open a session, whose token no one receives. */
    private void killDuringRenewal(FleetProcess node, int logins) throws InterruptedException {
        awaitInterrupted();
        try (LoginGate gate = glpi.holdLogins()) {
            endSession();
            gate.awaitWaiting(logins);
            node.kill();
        }
    }

    private void check(int calls, Set<Integer> inFlight, double seconds) {
        int won = sum("won");
        int lost = sum("lost");
        int logins = glpi.loginCount();
        System.out.printf(
                "Fleet: %d calls in %.1f s, %d ends, %d logins: %d stored, %d too late, 1 of the killed node; its calls in"
                        + " flight: %s%n",
                calls, seconds, ends, logins, won, lost, inFlight);

        assertThat(inFlight).as("calls of the killed node without an outcome").hasSizeBetween(1, FleetNode.THREADS);
        assertThat(sum("failed") + sum("unsaved")).isZero();
        assertThat(sum("done")).isGreaterThanOrEqualTo(calls);
        assertThat(won).as("logins at most one per end, after the first").isLessThanOrEqualTo(ends + 1);
        assertThat(logins).isEqualTo(won + lost + 1);
        assertThat(sessionsInUse()).as("the session that all share").hasSize(1);
        assertThat(glpi.sessions()).as("and that of the killed node").hasSize(2);
    }

    private int sum(String word) {
        return nodes.stream().mapToInt(node -> node.count(word)).sum();
    }
}
