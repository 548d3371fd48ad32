package org.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.spring.test.AutoConfigureFakeGlpi;
import io.github.glpi4j.testkit.FakeGlpi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

// tag::test[]
@SpringBootTest
@AutoConfigureFakeGlpi
class DeskControllerTest {

    @Autowired
    private FakeGlpi glpi;

    @Autowired
    private DeskController desk;

    @Test
    void listsTickets() {
        glpi.addItem("Ticket", Map.of("name", "No paper"));

        assertThat(desk.tickets()).extracting(Ticket::name).containsExactly("No paper");
    }
}
// end::test[]
