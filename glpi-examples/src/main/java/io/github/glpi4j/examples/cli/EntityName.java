package io.github.glpi4j.examples.cli;

/** Names of entities for people. */
final class EntityName {

    private EntityName() {}

    /** GLPI up to 10 sends the {@code >} between an entity and its parent, and what else HTML wants so, as escapes. */
    static String of(String name) {
        return name.replace("&#60;", "<")
                .replace("&lt;", "<")
                .replace("&#62;", ">")
                .replace("&gt;", ">")
                .replace("&#38;", "&")
                .replace("&amp;", "&");
    }
}
