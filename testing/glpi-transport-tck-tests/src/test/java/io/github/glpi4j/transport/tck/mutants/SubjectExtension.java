package io.github.glpi4j.transport.tck.mutants;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Provides the subject of the run. Skips the remaining invocations of a case that has failed, since each would wait for
 * something that never happens.
 */
final class SubjectExtension extends TypeBasedParameterResolver<Subject>
        implements AfterEachCallback, ExecutionCondition {

    private static final Namespace NAMESPACE = Namespace.create(SubjectSuite.class);

    @Override
    public Subject resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE).get(Subject.class, Subject.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            caseOf(context).ifPresent(shared -> shared.getStore(NAMESPACE).put("failed", true));
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return caseOf(context)
                .map(shared -> shared.getStore(NAMESPACE).get("failed"))
                .map(failed -> ConditionEvaluationResult.disabled("failed already"))
                .orElseGet(() -> ConditionEvaluationResult.enabled("not failed so far"));
    }

    /** {@return the parameterized case that this is an invocation of} */
    private static Optional<ExtensionContext> caseOf(ExtensionContext context) {
        return context.getParent().filter(parent -> parent.getTestMethod().isPresent());
    }
}
