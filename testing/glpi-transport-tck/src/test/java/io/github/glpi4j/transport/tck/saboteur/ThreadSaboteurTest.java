package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.AsyncContract;
import io.github.glpi4j.transport.tck.CallerContext;
import io.github.glpi4j.transport.tck.ContextContract;
import io.github.glpi4j.transport.tck.reference.LoopContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an async transport does on its callers' threads: every saboteur fails exactly the cases meant for it and no other of that contract class, or the suite
 * proves nothing. Where only some cases are run, the others would wait long for what this saboteur never does.
 */
class ThreadSaboteurTest {

    static final class BlocksTheCallerRun extends AsyncContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new BlocksTheCaller(settings);
        }
    }

    @Test
    void blocksTheCaller() {
        assertThat(SuiteRun.of(BlocksTheCallerRun.class).failed())
                .containsExactlyInAnyOrder("returnsWhileTheServerIsSilent", "returnsWhileNoConnectionIsFree");
    }

    static final class ThrowsAtOnceRun extends AsyncContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ThrowsAtOnce(settings);
        }
    }

    @Test
    void throwsAtOnce() {
        assertThat(SuiteRun.of(ThrowsAtOnceRun.class).failed())
                .containsExactlyInAnyOrder("tellsFailuresByTheStageOnly");
    }

    static final class ForgetsTheContextRun extends ContextContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new ForgetsTheContext(settings);
        }

        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }
    }

    @Test
    void forgetsTheContext() {
        assertThat(SuiteRun.of(ForgetsTheContextRun.class).failed())
                .containsExactlyInAnyOrder("whatIsCapturedLeadsBack", "twoInFlightDoNotMix");
    }

    static final class MixesContextsRun extends ContextContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new MixesContexts(settings);
        }

        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }
    }

    @Test
    void mixesContexts() {
        assertThat(SuiteRun.of(MixesContextsRun.class).failed()).containsExactlyInAnyOrder("twoInFlightDoNotMix");
    }

    static final class AllowsBlockingRun extends ContextContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new AllowsBlocking(settings);
        }

        @Override
        protected Stream<CallerContext> contexts() {
            return LoopContext.some();
        }
    }

    @Test
    void allowsBlocking() {
        assertThat(SuiteRun.of(AllowsBlockingRun.class).failed())
                .containsExactlyInAnyOrder("mustNotBlockIsTrueOnEventLoopsOnly");
    }
}
