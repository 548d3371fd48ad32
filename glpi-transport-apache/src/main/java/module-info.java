/** A blocking transport for glpi4j on Apache HttpClient 5. */
module io.github.glpi4j.transport.apache {
    requires transitive io.github.glpi4j;
    requires transitive org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    // HttpClient 5.6 uses it, but being an automatic module it cannot say so.
    requires jdk.net;

    exports io.github.glpi4j.transport.apache;

    // tag::provides[]
    provides io.github.glpi4j.transport.TransportProvider with
            io.github.glpi4j.transport.apache.ApacheTransportProvider;
// end::provides[]
}
