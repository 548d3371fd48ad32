package io.github.glpi4j.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import feign.hc5.ApacheHttp5Client;
import feign.jackson.JacksonDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** What one writes with OpenFeign. */
final class Feigned implements Contender {

    private static final String AUTHORIZATION = "user_token " + Glpi4j.USER_TOKEN;

    private final CloseableHttpClient engine;
    private final Api api;

    /** GLPI's API, as far as it is needed. */
    @Headers({"Content-Type: application/json", "Accept: application/json", "Authorization: {authorization}"})
    interface Api {

        @RequestLine("GET /initSession")
        JsonNode initSession(@Param("authorization") String authorization);

        @RequestLine("GET /initSession?get_full_session=true")
        JsonNode initFullSession(@Param("authorization") String authorization);
    }

    Feigned(URI base, int connections) {
        engine = HandApache.client(connections);
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        api = Feign.builder()
                .client(new ApacheHttp5Client(engine))
                .decoder(new JacksonDecoder(mapper))
                .options(new Request.Options(10, TimeUnit.SECONDS, 60, TimeUnit.SECONDS, false))
                .target(Api.class, base.toString());
    }

    @Override
    public Opened open(Answer answer) throws IOException {
        // Feign refuses other answers than 2xx itself.
        return Opened.read(
                answer, 200, answer.full() ? api.initFullSession(AUTHORIZATION) : api.initSession(AUTHORIZATION));
    }

    @Override
    public void close() {
        try {
            engine.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
