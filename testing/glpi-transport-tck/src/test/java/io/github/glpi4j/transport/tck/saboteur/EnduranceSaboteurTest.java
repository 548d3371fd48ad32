package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.FuzzContract;
import io.github.glpi4j.transport.tck.MixedFaultsContract;
import java.io.IOException;
import java.net.Socket;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

/** What only many exchanges bring to light: every saboteur fails the one case there is. */
class EnduranceSaboteurTest {

    abstract static class FewFaults extends MixedFaultsContract implements QuickSource {
        @Override
        protected long seed() {
            return 1;
        }

        @Override
        protected int exchanges() {
            return 60;
        }
    }

    abstract static class FewAnswers extends FuzzContract implements QuickSource {
        @Override
        protected long seed() {
            return 1;
        }

        @Override
        protected int answers() {
            return 60;
        }
    }

    static final class GoodFaultsRun extends FewFaults {
        @Override
        public Transport create(TransportSettings settings) {
            return new Saboteur(settings) {};
        }
    }

    /** The few faults are enough for the good, so that the bad fail for what they do. */
    @Test
    void harmless() {
        assertThat(SuiteRun.of(GoodFaultsRun.class).failed()).isEmpty();
    }

    static final class LeaksAConnectionRun extends FewFaults {
        @Override
        public Transport create(TransportSettings settings) {
            return new LeaksAConnection(settings);
        }
    }

    @Test
    void leaksAConnection() {
        assertThat(SuiteRun.of(LeaksAConnectionRun.class).failed())
                .containsExactlyInAnyOrder("leaveThePoolWholeAndNothingBehind");
    }

    static final class LeavesAThreadRun extends FewFaults {
        @Override
        public Transport create(TransportSettings settings) {
            return new LeavesAThread(settings);
        }
    }

    @Test
    void leavesAThread() {
        assertThat(SuiteRun.of(LeavesAThreadRun.class).failed())
                .containsExactlyInAnyOrder("leaveThePoolWholeAndNothingBehind");
    }

    static final class HidesASocketRun extends FewFaults {

        private final Queue<Socket> hidden = HidesASocket.places();

        @Override
        public Transport create(TransportSettings settings) {
            return new HidesASocket(settings, hidden);
        }

        @AfterEach
        void closeWhatWasHidden() throws IOException {
            for (Socket socket : hidden) {
                socket.close();
            }
        }
    }

    /** Elsewhere the system does not tell. */
    @Test
    @EnabledOnOs(LINUX)
    void hidesASocket() {
        assertThat(SuiteRun.of(HidesASocketRun.class).failed())
                .containsExactlyInAnyOrder("leaveThePoolWholeAndNothingBehind");
    }

    static final class ThrowsARuntimeExceptionRun extends FewAnswers {
        @Override
        public Transport create(TransportSettings settings) {
            return new ThrowsARuntimeException(settings);
        }
    }

    @Test
    void throwsARuntimeException() {
        assertThat(SuiteRun.of(ThrowsARuntimeExceptionRun.class).failed())
                .containsExactlyInAnyOrder("endsInAnAnswerOrInOneOfTheSixClasses");
    }

    static final class ThrowsAnEngineExceptionRun extends FewAnswers {
        @Override
        public Transport create(TransportSettings settings) {
            return new ThrowsAnEngineException(settings);
        }
    }

    @Test
    void throwsAnEngineException() {
        assertThat(SuiteRun.of(ThrowsAnEngineExceptionRun.class).failed())
                .containsExactlyInAnyOrder("endsInAnAnswerOrInOneOfTheSixClasses");
    }

    static final class AsksForTheTargetTwiceRun extends FewAnswers {
        @Override
        public Transport create(TransportSettings settings) {
            return new AsksForTheTargetTwice(settings);
        }
    }

    @Test
    void asksForTheTargetTwice() {
        assertThat(SuiteRun.of(AsksForTheTargetTwiceRun.class).failed())
                .containsExactlyInAnyOrder("endsInAnAnswerOrInOneOfTheSixClasses");
    }
}
