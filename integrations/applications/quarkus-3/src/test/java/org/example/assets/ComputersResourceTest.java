package org.example.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.glpi4j.testkit.FakeGlpi;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeGlpiResource.class)
class ComputersResourceTest {

    private final HttpClient http = HttpClient.newHttpClient();

    private FakeGlpi glpi;

    @TestHTTPResource("/computers")
    private URI computers;

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(computers + path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void oneComputer() throws Exception {
        assertEquals("{\"id\":1,\"name\":\"lab-1\"}", get("/1").body());
        assertEquals(404, get("/3").statusCode());
    }

    @Test
    void allComputers() throws Exception {
        assertEquals("[{\"id\":1,\"name\":\"lab-1\"},{\"id\":2,\"name\":\"lab-2\"}]", get("").body());
    }

    @Test
    void sessionIsRenewed() throws Exception {
        get("/1");
        glpi.expireSessions();
        assertEquals(200, get("/2").statusCode());
    }
}
