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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * Decodes names that a GLPI up to version 10 has encoded. Only the version decides, since a name in GLPI 11 may have an
 * entity in it. The version is asked for once, when a name first looks encoded; if it is unknown, names stay as they came.
 */
public final class NameDecoder {

    private static final int UNKNOWN = GlpiText.UNKNOWN_VERSION;

    private final Operation<GlpiConfig> config;
    private volatile int majorVersion = UNKNOWN;

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
        return decode(execution, access, shown, names, GlpiText.FIRST_PLAIN_VERSION);
    }

    /**
     * The value with its texts as they are meant.
     *
     * @param plainSince the first major version that does not encode these texts
     */
    public <T> CompletionStage<T> decode(
            Execution execution, SessionSource access, T shown, Names<T> names, int plainSince) {
        int known = majorVersion;
        if (known >= plainSince) {
            return CompletableFuture.completedFuture(shown);
        }
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
        if (known != UNKNOWN || !looksEncoded.get()) {
            return CompletableFuture.completedFuture(decoded);
        }
        return access.send(execution, config).handle((read, failure) -> {
            int version = read == null
                    ? UNKNOWN
                    : read.glpiVersion().map(GlpiText::majorVersion).orElse(UNKNOWN);
            majorVersion = version;
            return version != UNKNOWN && version < plainSince ? decoded : shown;
        });
    }
}
