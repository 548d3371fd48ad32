package io.github.glpi4j.testkit.internal.web;

import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.ErrorPage;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The web server in front of PHP, with two scripts and the default limits of nginx. */
public final class WebServer {
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 32 * 1024;

    private final GlpiState state;
    private final ApiRest api;
    private final ApiIndex apiIndex;
    private final List<String> scripts;

    /**
     * @param state GLPI's state
     * @param basePath the path at which GLPI is installed, empty or starting with a slash
     * @param glpiUrl GLPI's own URL, as configured in its settings
     */
    public WebServer(GlpiState state, String basePath, Supplier<String> glpiUrl) {
        this.state = state;
        this.api = new ApiRest(state, glpiUrl);
        this.apiIndex = new ApiIndex(state, basePath, glpiUrl);
        this.scripts = state.servesApiPhp()
                ? List.of(basePath + "/apirest.php", basePath + "/api.php/v1")
                : List.of(basePath + "/apirest.php");
    }

    /** Answers a request and logs it. */
    public ApiResponse answer(GlpiRequest request) {
        state.requestLog().add(request);
        if (request.url().length() > MAX_LINE) {
            return ApiResponse.ofWebServer(414, "Request-URI Too Large").with("Connection", "close");
        }
        if (areTooLong(request.headers())) {
            return ApiResponse.ofWebServer(400, "Request Header Or Cookie Too Large")
                    .with("Connection", "close");
        }
        if (request.body().length > state.maxBodyBytes()) {
            return ApiResponse.ofWebServer(413, "Request Entity Too Large").with("Connection", "close");
        }
        for (String script : scripts) {
            String path = request.path();
            if (path.equals(script) || path.startsWith(script + "/")) {
                return api.answer(request, path.substring(script.length()));
            }
        }
        if (apiIndex.serves(request)) {
            return apiIndex.answer();
        }
        return state.version().isFrom11()
                ? ErrorPage.of(request, 404, "Item not found", "The requested item has not been found.")
                : ApiResponse.ofWebServer(404, "Not Found");
    }

    private static boolean areTooLong(Map<String, List<String>> headers) {
        int sum = 0;
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            for (String value : header.getValue()) {
                int line = header.getKey().length() + value.length() + ": ".length();
                sum += line;
                if (line > MAX_LINE) {
                    return true;
                }
            }
        }
        return sum > MAX_HEADERS;
    }
}
