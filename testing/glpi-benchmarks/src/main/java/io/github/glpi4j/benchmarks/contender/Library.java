package io.github.glpi4j.benchmarks.contender;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** All contenders. */
public enum Library {
    /** This library on Apache, called with {@code execute}. */
    GLPI4J_APACHE("glpi4j on Apache, execute"),
    /** This library on Vert.x, called with {@code execute}. */
    GLPI4J_VERTX("glpi4j on Vert.x, execute"),
    /** This library on Vert.x, called with {@code executeAsync}. */
    GLPI4J_VERTX_ASYNC("glpi4j on Vert.x, executeAsync"),
    /** HttpClient 5 and Jackson. */
    HAND_APACHE("hand-written, HttpClient 5"),
    /** Vert.x Web Client and Jackson. */
    HAND_VERTX("hand-written, Vert.x Web Client"),
    /** The JDK's HttpClient and Jackson. */
    HAND_JDK("hand-written, JDK HttpClient"),
    /** OpenFeign on HttpClient 5, and Jackson. */
    FEIGN("OpenFeign on HttpClient 5");

    private final String title;

    Library(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The hand-written client on the same engine; null for contenders other than this library. */
    public @Nullable Library baseline() {
        return switch (this) {
            case GLPI4J_APACHE -> HAND_APACHE;
            case GLPI4J_VERTX, GLPI4J_VERTX_ASYNC -> HAND_VERTX;
            case HAND_APACHE, HAND_VERTX, HAND_JDK, FEIGN -> null;
        };
    }

    /**
     * Starts the contender.
     *
     * @param base the base URL of GLPI's API
     * @param connections the maximum number of connections
     */
    public Contender create(URI base, int connections) {
        return switch (this) {
            case GLPI4J_APACHE -> Glpi4j.apache(base, connections);
            case GLPI4J_VERTX -> Glpi4j.vertx(base, connections);
            case GLPI4J_VERTX_ASYNC -> Glpi4jAsync.vertx(base, connections);
            case HAND_APACHE -> new HandWrittenApache(base, connections);
            case HAND_VERTX -> new HandWrittenVertx(base, connections);
            case HAND_JDK -> new HandWrittenJdk(base, connections);
            case FEIGN -> new FeignContender(base, connections);
        };
    }
}
