package io.github.glpi4j.transport.tck.saboteur;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.AnswerContract;
import io.github.glpi4j.transport.tck.HeaderContract;
import io.github.glpi4j.transport.tck.RequestContract;
import io.github.glpi4j.transport.tck.StatusContract;
import io.github.glpi4j.transport.tck.saboteur.OrdersHeaders.Field;
import java.util.Collections;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/**
 * What a transport does to requests and answers: every saboteur fails exactly the cases meant for it and no other of that contract class, or the suite
 * proves nothing. Where only some cases are run, the others would wait long for what this saboteur never does.
 */
class WireSaboteurTest {

    static final class FollowsRedirectsRun extends StatusContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new FollowsRedirects(settings);
        }
    }

    @Test
    void followsRedirects() {
        assertThat(SuiteRun.of(FollowsRedirectsRun.class).failed())
                .containsExactlyInAnyOrder("followsNoRedirectToTheSameServer", "followsNoRedirectToAnotherServer");
    }

    static final class RetriesWhenUnavailableRun extends StatusContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new RetriesWhenUnavailable(settings);
        }
    }

    @Test
    void retriesWhenUnavailable() {
        assertThat(SuiteRun.of(RetriesWhenUnavailableRun.class).failed())
                .containsExactlyInAnyOrder("anyStatusIsAnAnswer");
    }

    static final class DropsAHeaderRun extends HeaderContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new DropsAHeader(settings);
        }
    }

    @Test
    void dropsAHeader() {
        assertThat(SuiteRun.of(DropsAHeaderRun.class).failed()).containsExactlyInAnyOrder("sendsAllHeaders");
    }

    static final class MergesAnswerHeadersRun extends HeaderContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new MergesAnswerHeaders(settings);
        }
    }

    @Test
    void mergesAnswerHeaders() {
        assertThat(SuiteRun.of(MergesAnswerHeadersRun.class).failed())
                .containsExactlyInAnyOrder("deliversAllHeaders", "findsHeadersInAnyCase");
    }

    static final class AddsAHeaderRun extends HeaderContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new AddsAHeader(settings);
        }
    }

    @Test
    void addsAHeader() {
        assertThat(SuiteRun.of(AddsAHeaderRun.class).failed())
                .containsExactlyInAnyOrder(
                        "sendsAllHeaders",
                        "sendsValuesExactly",
                        "sendsWhatTheEngineKnowsBetterAsGiven",
                        "addsOnlyTheUnavoidable");
    }

    static final class ReversesHeadersRun extends HeaderContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new OrdersHeaders(settings, Collections::reverse);
        }
    }

    @Test
    void reversesHeaders() {
        assertThat(SuiteRun.of(ReversesHeadersRun.class).failed()).containsExactlyInAnyOrder("sendsAllHeaders");
    }

    static final class SortsHeadersRun extends HeaderContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new OrdersHeaders(
                    settings, fields -> fields.sort(Comparator.comparing(Field::name, String.CASE_INSENSITIVE_ORDER)));
        }
    }

    /** The order of fields with different names means nothing. */
    @Test
    void sortsHeaders() {
        assertThat(SuiteRun.of(SortsHeadersRun.class).failed()).isEmpty();
    }

    static final class KeepsCookiesRun extends HeaderContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new KeepsCookies(settings);
        }
    }

    @Test
    void keepsCookies() {
        assertThat(SuiteRun.of(KeepsCookiesRun.class).failed()).containsExactlyInAnyOrder("keepsNoCookies");
    }

    static final class TidiesTheTargetRun extends RequestContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new TidiesTheTarget(settings);
        }
    }

    @Test
    void tidiesTheTarget() {
        assertThat(SuiteRun.of(TidiesTheTargetRun.class).failed())
                .containsExactlyInAnyOrder("sendsTheTargetByteForByte");
    }

    static final class DecodesGzipRun extends AnswerContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new DecodesGzip(settings);
        }
    }

    @Test
    void decodesGzip() {
        assertThat(SuiteRun.of(DecodesGzipRun.class).failed()).containsExactlyInAnyOrder("stillEncodedWithGzip");
    }

    static final class AsksForTheTargetTwiceRun extends AnswerContract implements QuickSource {
        @Override
        public Transport create(TransportSettings settings) {
            return new AsksForTheTargetTwice(settings);
        }
    }

    @Test
    void asksForTheTargetTwice() {
        assertThat(SuiteRun.of(AsksForTheTargetTwiceRun.class).failed())
                .containsExactlyInAnyOrder("goesToOneTargetWrittenByOneThread");
    }
}
