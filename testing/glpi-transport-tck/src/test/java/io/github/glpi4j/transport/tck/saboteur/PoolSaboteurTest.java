package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.CloseContract;
import io.github.glpi4j.transport.tck.PoolContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What a transport does with connections and threads: every saboteur fails exactly the cases meant for it and no other of that contract class, or the suite
 * proves nothing. Where only some cases are run, the others would wait long for what this saboteur never does.
 */
class PoolSaboteurTest {

    static final class IgnoresMaxConnectionsRun extends PoolContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new IgnoresMaxConnections(settings);
        }
    }

    @Test
    void ignoresMaxConnections() {
        assertThat(SuiteRun.of(IgnoresMaxConnectionsRun.class, "neverMoreConnectionsThanAllowed(int)")
                        .failed())
                .containsExactlyInAnyOrder("neverMoreConnectionsThanAllowed");
    }

    static final class LeavesAThreadRun extends CloseContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new LeavesAThread(settings);
        }
    }

    @Test
    void leavesAThread() {
        assertThat(SuiteRun.of(LeavesAThreadRun.class, "unusedWorksToo", "leavesNoThread", "hadOnlyDaemonThreads")
                        .failed())
                .containsExactlyInAnyOrder("unusedWorksToo", "leavesNoThread", "hadOnlyDaemonThreads");
    }

    static final class ForgetsToCloseRun extends CloseContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            // Its connect timeout would end what it forgets.
            return new ForgetsToClose(settings.withConnectTimeout(Duration.ofMinutes(1)));
        }
    }

    @Test
    void forgetsToClose() {
        assertThat(SuiteRun.of(
                                ForgetsToCloseRun.class,
                                "closesTheConnectionsItKept",
                                "closesAConnectionThatIsBeingOpened",
                                "leavesNoSocketThatWasConnecting",
                                "leavesNoConnectionWheneverItComes",
                                "sendsNothingAfterwards",
                                "twiceDoesNothing")
                        .failed())
                .containsExactlyInAnyOrder(
                        "closesTheConnectionsItKept",
                        "closesAConnectionThatIsBeingOpened",
                        "leavesNoSocketThatWasConnecting",
                        "leavesNoConnectionWheneverItComes",
                        "sendsNothingAfterwards",
                        "twiceDoesNothing");
    }

    static final class ReconnectsEachTimeRun extends PoolContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ReconnectsEachTime(settings);
        }
    }

    @Test
    void reconnectsEachTime() {
        assertThat(SuiteRun.of(
                                ReconnectsEachTimeRun.class,
                                "oneConnectionServesCallsOneAfterAnother",
                                "allThatWasOpenedIsUsedAgain")
                        .failed())
                .containsExactlyInAnyOrder("oneConnectionServesCallsOneAfterAnother", "allThatWasOpenedIsUsedAgain");
    }
}
