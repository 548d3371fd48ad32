package io.github.glpi4j.testkit.internal.web;

import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;
import java.util.UUID;

/** The configuration of the WireMock server. */
public final class WireMockOptions {
    private WireMockOptions() {}

    /** Creates options for a server on loopback. */
    public static WireMockConfiguration of(int port, GlpiTransformer transformer) {
        return WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(port)
                .extensions(transformer)
                .httpServerFactory(CasePreservingJetty::new)
                // Stub files of the project under test would take precedence over GLPI.
                .mappingSource(new NoStubFiles())
                .notifier(new Silence())
                .disableRequestJournal()
                // No response is a template.
                .templatingEnabled(false)
                // GLPI behind an nginx with default settings supports HTTP/1.1 without compression.
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                // Enough for more than 50 busy connections.
                .containerThreads(100)
                .jettyAcceptors(2)
                .jettyAcceptQueueSize(200)
                // Long requests must reach WebServer, which enforces its own limits.
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

        /** Deprecated, but abstract until it is removed. */
        @Override
        @SuppressWarnings("removal")
        public void remove(StubMapping stub) {}

        @Override
        public void remove(UUID stub) {}

        @Override
        public void removeAll() {}
    }
}
