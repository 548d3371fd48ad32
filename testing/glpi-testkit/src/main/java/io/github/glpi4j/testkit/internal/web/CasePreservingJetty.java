package io.github.glpi4j.testkit.internal.web;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.ServerConnector;

/** WireMock's server with headers unchanged: GLPI distinguishes application/JSON from application/json. */
final class CasePreservingJetty extends Jetty11HttpServer {
    CasePreservingJetty(Options options, AdminRequestHandler adminHandler, StubRequestHandler stubHandler) {
        super(options, adminHandler, stubHandler);
    }

    @Override
    protected ServerConnector createHttpConnector(
            String bindAddress, int port, JettySettings settings, NetworkTrafficListener listener) {
        ServerConnector connector = super.createHttpConnector(bindAddress, port, settings, listener);
        // Otherwise Jetty replaces well-known headers by its own spelling.
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .setHeaderCacheCaseSensitive(true);
        return connector;
    }
}
