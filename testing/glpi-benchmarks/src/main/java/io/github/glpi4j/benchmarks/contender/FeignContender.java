package io.github.glpi4j.benchmarks.contender;

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

/** A client written with OpenFeign. */
final class FeignContender implements Contender {

    private static final String AUTHORIZATION = "user_token " + Glpi4j.USER_TOKEN;

    private final CloseableHttpClient engine;
    private final Api api;

    /** The subset of GLPI's API that is measured. */
    @Headers({"Content-Type: application/json", "Accept: application/json", "Authorization: {authorization}"})
    interface Api {

        @RequestLine("GET /initSession")
        JsonNode initSession(@Param("authorization") String authorization);

        @RequestLine("GET /initSession?get_full_session=true")
        JsonNode initFullSession(@Param("authorization") String authorization);
    }

    FeignContender(URI base, int connections) {
        engine = HandWrittenApache.client(connections);
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        api = Feign.builder()
                .client(new ApacheHttp5Client(engine))
                .decoder(new JacksonDecoder(mapper))
                .options(new Request.Options(10, TimeUnit.SECONDS, 60, TimeUnit.SECONDS, false))
                .target(Api.class, base.toString());
    }

    @Override
    public SessionValues open(SampleResponse answer) throws IOException {
        // Feign itself rejects statuses other than 2xx.
        return SessionValues.read(
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
