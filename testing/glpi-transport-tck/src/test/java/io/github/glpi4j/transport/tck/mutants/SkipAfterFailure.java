package io.github.glpi4j.transport.tck.mutants;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the remaining invocations of a case that has caught its mutant, since each would wait for something that never
 * happens.
 */
final class SkipAfterFailure implements AfterEachCallback, ExecutionCondition {

    private static final ExtensionContext.Namespace CAUGHT = ExtensionContext.Namespace.create(SkipAfterFailure.class);

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            caseOf(context).ifPresent(shared -> shared.getStore(CAUGHT).put(CAUGHT, true));
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return caseOf(context)
                .map(shared -> shared.getStore(CAUGHT).get(CAUGHT))
                .map(caught -> ConditionEvaluationResult.disabled("caught already"))
                .orElseGet(() -> ConditionEvaluationResult.enabled("not caught so far"));
    }

    /** {@return the parameterized case that this is an invocation of} */
    private static Optional<ExtensionContext> caseOf(ExtensionContext context) {
        return context.getParent().filter(parent -> parent.getTestMethod().isPresent());
    }
}
