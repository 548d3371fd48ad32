package io.github.glpi4j.internal;

import io.github.glpi4j.session.ActiveProfile;
import io.github.glpi4j.session.Entity;
import io.github.glpi4j.session.GlpiConfig;
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.session.ProfileEntity;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decodes names that a GLPI up to version 10 has encoded. Only the version tells, since a name in GLPI 11 may have an
 * entity in it. The version is asked for once, when a name first looks encoded; if it is unknown, names stay as they came.
 */
final class NameDecoder {

    private volatile @Nullable Boolean encoded;

    static List<Entity> entities(List<Entity> entities) {
        return entities.stream()
                .map(entity -> new Entity(entity.id(), GlpiText.decode(entity.name())))
                .toList();
    }

    static List<Profile> profiles(List<Profile> profiles) {
        return profiles.stream()
                .map(profile -> new Profile(
                        profile.id(),
                        GlpiText.decode(profile.name()),
                        profile.entities().stream()
                                .map(entity -> new ProfileEntity(
                                        entity.id(), GlpiText.decode(entity.name()), entity.recursive()))
                                .toList()))
                .toList();
    }

    static ActiveProfile activeProfile(ActiveProfile profile) {
        return profile.name()
                .map(name -> new ActiveProfile(PhpValues.with(profile.values(), "name", GlpiText.decode(name))))
                .orElse(profile);
    }

    /** The value with its names as they are meant. */
    <T> CompletionStage<T> decode(Pipeline pipeline, SessionAccess access, T shown, UnaryOperator<T> decode) {
        T decoded = decode.apply(shown);
        Boolean known = encoded;
        if (known != null || decoded.equals(shown)) {
            return CompletableFuture.completedFuture(Boolean.TRUE.equals(known) ? decoded : shown);
        }
        return access.send(pipeline, SessionOperations::config)
                .handle((config, failure) -> isEncoded(config) ? decoded : shown);
    }

    private boolean isEncoded(@Nullable GlpiConfig config) {
        Optional<Boolean> told =
                config == null ? Optional.empty() : config.glpiVersion().flatMap(GlpiText::isEncodedBy);
        told.ifPresent(answer -> encoded = answer);
        return told.orElse(false);
    }
}
