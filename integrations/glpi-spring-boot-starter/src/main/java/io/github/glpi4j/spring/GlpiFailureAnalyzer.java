package io.github.glpi4j.spring;

import io.github.glpi4j.GlpiConfigurationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a wrong configuration of the client by the names of its properties. */
final class GlpiFailureAnalyzer extends AbstractFailureAnalyzer<GlpiConfigurationException> {

    GlpiFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, GlpiConfigurationException cause) {
        String message = String.valueOf(cause.getMessage());
        return cause.hint()
                .map(hint -> new FailureAnalysis(
                        "The client of GLPI could not be created: " + message.replace(". " + hint, ""),
                        hint + ".",
                        cause))
                .orElseGet(() -> new FailureAnalysis(message, null, cause));
    }
}
