package io.github.glpi4j.cli.option;

import io.github.glpi4j.session.SessionContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to work: for commands that open a session and use it. */
public final class ContextOptions {

    @Option(
            names = "--profile",
            paramLabel = "ID",
            description = "The profile to work in (default: the user's default profile).")
    private @Nullable Long profile;

    @Option(
            names = "--entity",
            paramLabel = "ID",
            description = "The entity to work in, without its children (default: what GLPI chooses).")
    private @Nullable Long entity;

    @Option(names = "--recursive-entity", description = "With --entity: with its children.")
    private boolean recursive;

    public boolean isSpecified() {
        return profile != null || entity != null || recursive;
    }

    public SessionContext context() {
        SessionContext context = profile == null
                ? SessionContext.defaults()
                : SessionContext.defaults().withProfile(profile);
        if (entity != null) {
            return recursive ? context.withEntityTree(entity) : context.withEntity(entity);
        }
        if (recursive) {
            throw new UsageException("--recursive-entity has no entity", "Pass --entity with it, or leave it out");
        }
        return context;
    }
}
