package io.github.glpi4j.cli;

import io.github.glpi4j.session.Context;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to work: for commands that open a session and use it. */
final class ContextOptions {

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

    boolean given() {
        return profile != null || entity != null || recursive;
    }

    Context context() {
        Context context = profile == null ? Context.defaults() : Context.profile(profile);
        if (entity != null) {
            Context there = context.entity(entity);
            return recursive ? there.recursive() : there;
        }
        if (recursive) {
            throw new UsageException("--recursive-entity has no entity", "Pass --entity with it, or leave it out");
        }
        return context;
    }
}
