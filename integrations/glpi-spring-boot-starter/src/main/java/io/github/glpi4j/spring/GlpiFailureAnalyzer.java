package io.github.glpi4j.spring;

import io.github.glpi4j.GlpiConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Reports a wrong configuration of the client by the names of its properties. A failure without a hint is left to Spring
 * Boot, which prints its stack trace: only that shows the cause.
 */
final class GlpiFailureAnalyzer extends AbstractFailureAnalyzer<GlpiConfigurationException> {

    GlpiFailureAnalyzer() {}

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, GlpiConfigurationException cause) {
        String message = String.valueOf(cause.getMessage());
        return cause.hint()
                .map(hint -> new FailureAnalysis(
                        "The configuration of the GLPI client is wrong: " + message.replace(". " + hint, ""),
                        hint + ".",
                        cause))
                .orElse(null);
    }
}
