package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.json.GlpiText;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.Entity;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.session.ProfileEntity;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decodes names that a GLPI up to version 10 has encoded. Only the version decides, since a name in GLPI 11 may have an
 * entity in it. The version is asked for once, when a name first looks encoded; if it is unknown, names stay as they came.
 */
public final class NameDecoder {

    private final Operation<GlpiConfig> config;
    private volatile @Nullable Boolean encoded;

    /**
     * Decodes for one GLPI.
     *
     * @param config reads the version
     */
    public NameDecoder(Operation<GlpiConfig> config) {
        this.config = config;
    }

    /** A value with names in it. */
    @FunctionalInterface
    public interface Names<T> {
        T map(T value, UnaryOperator<String> name);
    }

    public static List<Entity> entities(List<Entity> entities, UnaryOperator<String> name) {
        return entities.stream()
                .map(entity -> new Entity(entity.id(), name.apply(entity.name())))
                .toList();
    }

    public static List<Profile> profiles(List<Profile> profiles, UnaryOperator<String> name) {
        return profiles.stream()
                .map(profile -> new Profile(
                        profile.id(),
                        name.apply(profile.name()),
                        profile.entities().stream()
                                .map(entity ->
                                        new ProfileEntity(entity.id(), name.apply(entity.name()), entity.recursive()))
                                .toList()))
                .toList();
    }

    public static ActiveProfile activeProfile(ActiveProfile profile, UnaryOperator<String> name) {
        return profile.name()
                .map(encoded -> new ActiveProfile(PhpValues.with(profile.values(), "name", name.apply(encoded))))
                .orElse(profile);
    }

    /** The value with its names as they are meant. */
    public <T> CompletionStage<T> decode(Execution execution, SessionSource access, T shown, Names<T> names) {
        // The names are compared, not the values: the JDK keeps the class of a record, and so its class loader, once
        // equals() was called.
        AtomicBoolean looksEncoded = new AtomicBoolean();
        T decoded = names.map(shown, name -> {
            String plain = GlpiText.decode(name);
            if (!plain.equals(name)) {
                looksEncoded.set(true);
            }
            return plain;
        });
        Boolean known = encoded;
        if (known != null || !looksEncoded.get()) {
            return CompletableFuture.completedFuture(Boolean.TRUE.equals(known) ? decoded : shown);
        }
        return access.send(execution, config).handle((read, failure) -> isEncoded(read) ? decoded : shown);
    }

    private boolean isEncoded(@Nullable GlpiConfig config) {
        Optional<Boolean> told =
                config == null ? Optional.empty() : config.glpiVersion().flatMap(GlpiText::isEncodedBy);
        told.ifPresent(answer -> encoded = answer);
        return told.orElse(false);
    }
}
