package org.example.desk;

import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.GlpiSession;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens and lists tickets. All requests share the session of the auto-configured client. */
// tag::session[]
@RestController
class DeskController {

    private final GlpiSession glpi;

    DeskController(GlpiSession glpi) {
        this.glpi = glpi;
    }

    @GetMapping("/tickets")
    List<Ticket> tickets() {
        return glpi.items("Ticket", Ticket.class).all().stream().toList();
    }
    // end::session[]

    record NewTicket(String title, String description) {}

    record Opened(long id) {}

    @PostMapping("/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@RequestBody NewTicket ticket) {
        return new Opened(
                glpi.tickets().open(ticket.title(), ticket.description()).execute().id());
    }

    @GetMapping("/computers/{id}")
    Computer computer(@PathVariable("id") long id) {
        return glpi.items("Computer", Computer.class).get(id).execute();
    }

    @ExceptionHandler
    ProblemDetail missing(GlpiNotFoundException failure) {
        return ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ProblemDetail failed(GlpiException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_GATEWAY, failure.hint().orElse("GLPI did not answer as expected"));
    }
}
