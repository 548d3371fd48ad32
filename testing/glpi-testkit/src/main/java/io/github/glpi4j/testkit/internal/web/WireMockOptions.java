package io.github.glpi4j.testkit.internal.web;

import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;
import java.util.UUID;

/** How the WireMock server is set up. */
public final class WireMockOptions {
    private WireMockOptions() {}

    /**
     * The options.
     *
     * @param port the port, 0 for a free one
     * @param transformer gives the answers
     * @return options for a server on loopback
     */
    public static WireMockConfiguration of(int port, GlpiTransformer transformer) {
        return WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(port)
                .extensions(transformer)
                .httpServerFactory(CasePreservingJetty::new)
                // Stub files of the project under test would answer instead of GLPI.
                .mappingSource(new NoStubFiles())
                .notifier(new Silence())
                .disableRequestJournal()
                // Nothing here is a template, so the engine for them need not be loaded.
                .templatingEnabled(false)
                // GLPI behind a plain nginx speaks HTTP/1.1 and compresses nothing.
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                // Enough for 50 and more connections that are all busy.
                .containerThreads(100)
                .jettyAcceptors(2)
                .jettyAcceptQueueSize(200)
                // Long requests must reach WebServer, which has limits of its own.
                .jettyHeaderRequestSize(128 * 1024)
                .jettyStopTimeout(0L);
    }

    private static final class Silence implements Notifier {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}
    }

    private static final class NoStubFiles implements MappingsSource {
        @Override
        public void loadMappingsInto(StubMappings stubs) {}

        @Override
        public void save(List<StubMapping> stubs) {}

        @Override
        public void save(StubMapping stub) {}

        /** On its way out, but abstract as long as it is there. */
        @Override
        @SuppressWarnings("removal")
        public void remove(StubMapping stub) {}

        @Override
        public void remove(UUID stub) {}

        @Override
        public void removeAll() {}
    }
}
