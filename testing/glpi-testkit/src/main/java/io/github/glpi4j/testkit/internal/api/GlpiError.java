package io.github.glpi4j.testkit.internal.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;

/** Ends a request with one of GLPI's {@code ["CODE", "message"]} errors. */
public final class GlpiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public static final String NO_PERMISSION = "You don't have permission to perform this action.";

    private final int status;
    private final String code;
    private final String text;
    private final boolean documented;

    private GlpiError(int status, String code, String text, boolean documented) {
        // A response rather than a failure, so without a stack trace.
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.documented = documented;
    }

    public static GlpiError of(int status, String code, String text) {
        return new GlpiError(status, code, text, false);
    }

    /** An error whose text ends with a link to the documentation. */
    public static GlpiError documented(int status, String code, String text) {
        return new GlpiError(status, code, text, true);
    }

    /** An error without details. */
    public static GlpiError badRequest() {
        return documented(400, "ERROR", "Bad Request");
    }

    public static GlpiError badArray() {
        return documented(400, "ERROR_BAD_ARRAY", "input parameter must be an array of objects");
    }

    public static GlpiError unknownType() {
        return documented(
                400, "ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM", "resource not found or not an instance of CommonDBTM");
    }

    public static GlpiError itemNotFound() {
        return of(404, "ERROR_ITEM_NOT_FOUND", "Item not found");
    }

    public static GlpiError rightMissing(GlpiVersion version) {
        int status = version.isBefore10() ? 401 : 403;
        return of(status, "ERROR_RIGHT_MISSING", NO_PERMISSION);
    }

    /**
     * Creates the response. The link starts with the API's own URL, which GLPI does not know before it has read its
     * settings.
     */
    public ApiResponse answer(String apiUrl) {
        String link = documented ? "; view documentation in your browser at " + apiUrl + "/#" + code : "";
        return ApiResponse.json(
                status, JsonNodeFactory.instance.arrayNode().add(code).add(text + link));
    }
}
