package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.TransportContract;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A transport refuses settings that it cannot honour when it is created; it never ignores them. */
public abstract class SettingsContract extends TransportContract {

    /** For the transport's own test class. */
    protected SettingsContract() {}

    @Test
    void honoursTheDefaults() {
        open();
    }

    static Stream<Capability> settings() {
        return Arrays.stream(Capability.values()).filter(each -> each.needing().isPresent());
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("settings")
    void refusesWhatItCannotHonour(Capability capability) {
        TransportSettings settings = capability.needing().orElseThrow();
        if (factory().capabilities().contains(capability)) {
            accept(settings, capability);
            return;
        }

        Throwable refusal = catchThrowable(() -> closing(factory().create(settings)));

        assertThat(refusal)
                .as("the refusal of a setting that needs " + capability)
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(refusal.getMessage()).as("the reason").isNotBlank();
        Assumptions.abort("refused: " + refusal.getMessage());
    }

    /** A refusal would skip the cases that need the setting, and some that can do without it. */
    private void accept(TransportSettings settings, Capability capability) {
        try {
            closing(factory().create(settings));
        } catch (IllegalArgumentException e) {
            throw new AssertionError(
                    "create() refuses a setting that needs " + capability + ": remove it from capabilities()", e);
        }
    }
}
