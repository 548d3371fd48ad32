package org.example.assets;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.item.Items;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Computers of GLPI. No thread waits: the methods run on an event loop, and so do the results. */
@Path("/computers")
public class ComputersResource {

    private final Items<Computer> computers;

    @Inject
    ComputersResource(GlpiClient glpi) {
        computers = glpi.session().items("Computer", Computer.class);
    }

    // tag::uni[]
    /** Sent when the Uni is subscribed to; cancelling the subscription aborts the request. */
    @GET
    @Path("/{id}")
    public Uni<Computer> get(long id) {
        return Uni.createFrom().completionStage(computers.get(id)::executeAsync);
    }

    /** All of them, read page by page. */
    @GET
    public Uni<List<Computer>> list() {
        return Multi.createFrom()
                .publisher(computers.all().publisher())
                .collect()
                .asList();
    }
    // end::uni[]

    @ServerExceptionMapper
    RestResponse<Void> missing(GlpiNotFoundException e) {
        return RestResponse.notFound();
    }
}
