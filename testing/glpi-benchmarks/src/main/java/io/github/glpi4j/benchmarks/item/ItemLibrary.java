package io.github.glpi4j.benchmarks.item;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** All contenders. */
public enum ItemLibrary {
    /** This library on Apache. */
    GLPI4J_APACHE("glpi4j on Apache"),
    /** This library on Vert.x. */
    GLPI4J_VERTX("glpi4j on Vert.x"),
    /** HttpClient 5 and Jackson. */
    HAND_APACHE("hand-written, HttpClient 5"),
    /** Vert.x Web Client and Jackson. */
    HAND_VERTX("hand-written, Vert.x Web Client");

    private final String title;

    ItemLibrary(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The hand-written client on the same engine; null for the hand-written clients. */
    public @Nullable ItemLibrary baseline() {
        return switch (this) {
            case GLPI4J_APACHE -> HAND_APACHE;
            case GLPI4J_VERTX -> HAND_VERTX;
            case HAND_APACHE, HAND_VERTX -> null;
        };
    }

    /** Whether the contender does this work: a hand-written loop requests one page after the other. */
    public boolean does(ItemWork work) {
        return baseline() != null || work.pagesInFlight() <= 1;
    }

    /**
     * Starts the contender.
     *
     * @param base the base URL of GLPI's API
     */
    public ItemContender create(URI base) {
        return switch (this) {
            case GLPI4J_APACHE -> Glpi4jItems.on("apache", base);
            case GLPI4J_VERTX -> Glpi4jItems.on("vertx", base);
            case HAND_APACHE -> new HandWrittenApacheItems(base);
            case HAND_VERTX -> new HandWrittenVertxItems(base);
        };
    }
}
