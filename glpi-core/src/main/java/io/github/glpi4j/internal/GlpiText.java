package io.github.glpi4j.internal;

/**
 * Text as GLPI shows it: up to version 10 with entities, which it puts into everything that it stores ({@code
 * Glpi\Toolbox\Sanitizer}); from version 11 on as it is.
 */
final class GlpiText {

    private GlpiText() {}

    /** Whether a text is the one that was sent, in the form of any version. */
    static boolean isSame(String shown, String sent) {
        String of95 = sent.replace("<", "&lt;").replace(">", "&gt;");
        String of10 = sent.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;");
        return shown.equals(sent) || shown.equals(of10) || shown.equals(of95);
    }
}
