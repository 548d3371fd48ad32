/** The fluent API of glpi4j, and the SPI by which it finds a transport. */
module io.github.glpi4j {
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;

    exports io.github.glpi4j;
    exports io.github.glpi4j.document;
    exports io.github.glpi4j.item;
    exports io.github.glpi4j.listener;
    exports io.github.glpi4j.massiveaction;
    exports io.github.glpi4j.search;
    exports io.github.glpi4j.session;
    exports io.github.glpi4j.ticket;
    exports io.github.glpi4j.transport;

    uses io.github.glpi4j.transport.TransportProvider;
}
