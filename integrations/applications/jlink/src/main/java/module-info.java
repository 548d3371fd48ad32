/** Prints labels for computers. */
// tag::module[]
module org.example.labels {
    requires io.github.glpi4j;
    // Nothing here names the transport: without this line, no module would bring it into the image.
    requires io.github.glpi4j.transport.vertx;

    // Jackson creates the records.
    opens org.example.labels to
            com.fasterxml.jackson.databind;
}
// end::module[]
