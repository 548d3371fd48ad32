package io.github.glpi4j.testkit.internal.web;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers the requests that match the WireMock server's only stub. */
public final class GlpiTransformer implements ResponseTransformerV2 {
    /** The name by which the stub refers to this transformer. */
    public static final String NAME = "glpi";

    private final WebServer webServer;

    public GlpiTransformer(WebServer webServer) {
        this.webServer = webServer;
    }

    @Override
    public String getName() {
        return NAME;
    }

    /** Stubs added by tests keep their own responses. */
    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response stub, ServeEvent event) {
        ApiResponse answer = webServer.answer(received(event.getRequest()));
        List<HttpHeader> headers = answer.headers().entrySet().stream()
                .map(header -> HttpHeader.httpHeader(header.getKey(), header.getValue()))
                .toList();
        return Response.Builder.like(stub)
                .but()
                .status(answer.status())
                .headers(new HttpHeaders(headers))
                .body(answer.bytes())
                .build();
    }

    private static GlpiRequest received(Request request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.computeIfAbsent(header.key(), name -> new ArrayList<>()).addAll(header.values());
        }
        return GlpiRequest.of(
                request.getMethod().getName(),
                request.getUrl(),
                headers,
                request.getBody() == null ? new byte[0] : request.getBody(),
                request.getClientIp());
    }
}
