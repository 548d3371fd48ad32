package io.github.glpi4j.testkit.internal;

/** Answers for a path that is neither an endpoint nor a known itemtype. */
final class UnknownResource implements SessionEndpoint {
    @Override
    public Answer answer(Call call, Session session) {
        throw GlpiError.documented(
                400, "ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM", "resource not found or not an instance of CommonDBTM");
    }
}
