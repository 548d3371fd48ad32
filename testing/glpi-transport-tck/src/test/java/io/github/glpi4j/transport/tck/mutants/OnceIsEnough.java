package io.github.glpi4j.transport.tck.mutants;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the other invocations of a case that has caught its mutant: each would wait anew for what never comes.
 * Cases that pass run with all of them.
 */
final class OnceIsEnough implements AfterEachCallback, ExecutionCondition {

    private static final ExtensionContext.Namespace CAUGHT = ExtensionContext.Namespace.create(OnceIsEnough.class);

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

    /** The case with arguments that this is one invocation of. */
    private static Optional<ExtensionContext> caseOf(ExtensionContext context) {
        return context.getParent().filter(parent -> parent.getTestMethod().isPresent());
    }
}
