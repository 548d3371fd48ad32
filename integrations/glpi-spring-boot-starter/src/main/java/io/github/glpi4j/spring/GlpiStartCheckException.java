package io.github.glpi4j.spring;

import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.GlpiClient;

/** Thrown at the start of an application that cannot work with GLPI. */
final class GlpiStartCheckException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Diagnosis diagnosis;

    GlpiStartCheckException(GlpiClient client, Diagnosis diagnosis) {
        super(client + " cannot work with GLPI:" + System.lineSeparator() + diagnosis);
        this.diagnosis = diagnosis;
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }
}
