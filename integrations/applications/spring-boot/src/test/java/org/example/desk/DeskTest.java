package org.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.spring.test.AutoConfigureFakeGlpi;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "glpi.health.cache-time-to-live=0s")
@AutoConfigureFakeGlpi
class DeskTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private FakeGlpi glpi;

    @LocalServerPort
    private int port;

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.header("Content-Type", "application/json").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    @Test
    void opensATicket() throws Exception {
        HttpResponse<String> response = send(to("/tickets")
                .POST(BodyPublishers.ofString("{\"title\":\"Printer on fire\",\"description\":\"Room 217\"}")));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(glpi.items("Ticket").values())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket).containsEntry("name", "Printer on fire"));
    }

    @Test
    void listsTickets() throws Exception {
        glpi.addItem("Ticket", Map.of("name", "No paper"));

        assertThat(send(to("/tickets")).body()).contains("\"name\":\"No paper\"");
    }

    @Test
    void startsWithoutTheTicketsOfOtherTests() throws Exception {
        assertThat(send(to("/tickets")).body()).isEqualTo("[]");
    }

    @Test
    void reportsAMissingComputer() throws Exception {
        assertThat(send(to("/computers/4711")).statusCode()).isEqualTo(404);
    }

    @Test
    void reportsItsHealth() throws Exception {
        assertThat(send(to("/actuator/health")).body()).contains("\"glpi\":{\"status\":\"UP\"");

        glpi.turnOn(GlpiSwitch.API_OFF);

        HttpResponse<String> response = send(to("/actuator/health"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("\"glpi\":{", "\"code\":\"ERROR\"", "API disabled");
    }
}
