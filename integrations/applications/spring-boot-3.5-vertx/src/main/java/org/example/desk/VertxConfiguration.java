package org.example.desk;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.vertx.VertxTransport;
import io.vertx.core.Vertx;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the client on the Vert.x of the application. */
@Configuration(proxyBeanMethods = false)
class VertxConfiguration {

    @Bean
    Vertx vertx() {
        return Vertx.vertx();
    }

    // tag::transport[]
    @Bean
    Transport glpiTransport(Vertx vertx) {
        return VertxTransport.create(vertx);
    }
    // end::transport[]
}
