package io.github.glpi4j.spring;

import io.github.glpi4j.Diagnosis;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports the diagnosis, and as the action what it says about the checks that failed. */
final class GlpiStartCheckFailureAnalyzer extends AbstractFailureAnalyzer<GlpiStartCheckException> {

    GlpiStartCheckFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, GlpiStartCheckException cause) {
        String fixes = cause.diagnosis().checks().stream()
                .filter(check -> check.result() == Diagnosis.Result.FAILED)
                .map(check -> check.fix().isEmpty() ? "Check '" + check.name() + "' failed" : check.fix())
                .collect(Collectors.joining(System.lineSeparator()));
        return new FailureAnalysis(String.valueOf(cause.getMessage()), fixes, cause);
    }
}
