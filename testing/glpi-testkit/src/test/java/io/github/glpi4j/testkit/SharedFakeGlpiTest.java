package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes that share a server. */
@Execution(ExecutionMode.SAME_THREAD)
class SharedFakeGlpiTest {

    /** The observations of the classes below, one per test. */
    private static final List<String> SEEN = new ArrayList<>();

    @AfterEach
    void forget() {
        SEEN.clear();
    }

    private static TestExecutionSummary run(Class<?>... classes) {
        DiscoverySelector[] selectors =
                Stream.of(classes).map(DiscoverySelectors::selectClass).toArray(DiscoverySelector[]::new);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static void assertPassed(int tests, TestExecutionSummary summary) {
        assertThat(summary.getFailures())
                .extracting(TestExecutionSummary.Failure::getException)
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(tests);
    }

    /** Tests an application whose context is created for the first class and cached for the others. */
    abstract static class ApplicationTest {
        @RegisterExtension
        static final FakeGlpiExtension GLPI = FakeGlpiExtension.shared();

        /** Simulates the context, which keeps the URL of its creation. */
        private static String cachedUrl = "";

        @Test
        void usesTheCachedContext() {
            cachedUrl = cachedUrl.isEmpty() ? GLPI.url() : cachedUrl;
            SEEN.add(cachedUrl);

            assertThat(GLPI.fake().sessions()).isEmpty();
            assertThat(GLPI.fake().user("added")).isEmpty();
            assertThat(Wire.get(cachedUrl + "/initSession")
                            .basic("glpi", "glpi")
                            .send()
                            .status())
                    .isEqualTo(200);
            assertThat(GLPI.fake().sessions()).hasSize(1);
            GLPI.fake().addUser(FakeUser.of("added"));
        }
    }

    static class First extends ApplicationTest {}

    static class Second extends ApplicationTest {}

    /** Shares no base class with the others. */
    static class Unrelated {
        @RegisterExtension
        static final FakeGlpiExtension GLPI = FakeGlpiExtension.shared();

        @Test
        void runs(FakeGlpi glpi) {
            assertThat(glpi).isSameAs(GLPI.fake());
            SEEN.add(glpi.url());
        }
    }

    @Test
    void sharedServerStopsAfterTheLastClass() {
        assertPassed(3, run(First.class, Second.class, Unrelated.class));

        assertThat(SEEN).hasSize(3).containsOnly(SEEN.get(0));
        assertThatThrownBy(() -> connect(URI.create(SEEN.get(0)).getPort())).isInstanceOf(IOException.class);
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    @Test
    void sharedServerKeepsItsAddressInASecondRun() {
        assertPassed(1, run(First.class));
        assertPassed(2, run(Second.class, Unrelated.class));

        assertThat(SEEN).hasSize(3).containsOnly(SEEN.get(0));
    }

    private static final FakeGlpiBuilder OF_11 = FakeGlpi.builder().version("11.0.6");

    abstract static class KeepsItsState {
        @RegisterExtension
        static final FakeGlpiExtension GLPI = FakeGlpiExtension.shared(OF_11).withoutReset();

        @Test
        void addsALogin(FakeGlpi glpi) {
            SEEN.add(glpi.url() + " " + glpi.loginCount());
            Wire.get(glpi.apiV1Url() + "/initSession").basic("glpi", "glpi").send();
        }
    }

    static class OneThatKeeps extends KeepsItsState {}

    static class AnotherThatKeeps extends KeepsItsState {}

    /** Uses the same builder, with resets. */
    static class OneThatResets {
        @RegisterExtension
        static final FakeGlpiExtension GLPI = FakeGlpiExtension.shared(OF_11);

        @Test
        void seesNoLogin(FakeGlpi glpi) {
            SEEN.add(glpi.url() + " " + glpi.loginCount());
        }
    }

    @Test
    void sharedServerIsIdentifiedByItsBuilder() {
        assertPassed(4, run(OneThatKeeps.class, AnotherThatKeeps.class, OneThatResets.class, Unrelated.class));

        String url = SEEN.get(0).replaceAll(" .*", "");
        assertThat(SEEN.subList(0, 3)).containsExactly(url + " 0", url + " 1", url + " 0");
        assertThat(SEEN.get(3)).isNotEqualTo(url);
    }
}
