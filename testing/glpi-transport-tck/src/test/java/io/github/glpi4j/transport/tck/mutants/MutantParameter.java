package io.github.glpi4j.transport.tck.mutants;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides the mutant named by a configuration parameter of the run. */
final class MutantParameter implements ParameterResolver {

    static final String KEY = "glpi4j.mutant";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Mutant.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String id = context.getConfigurationParameter(KEY).orElseThrow();
        return Mutants.all()
                .filter(mutant -> mutant.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
