package io.github.glpi4j.testkit.internal.endpoint.item;

import io.github.glpi4j.testkit.internal.api.GlpiError;

/** The response to what GLPI can do and FakeGlpi cannot. */
final class Unsupported {
    private Unsupported() {}

    static GlpiError error(String what) {
        return GlpiError.of(501, "ERROR_NOT_SUPPORTED_BY_FAKE_GLPI", "FakeGlpi does not support " + what);
    }
}
