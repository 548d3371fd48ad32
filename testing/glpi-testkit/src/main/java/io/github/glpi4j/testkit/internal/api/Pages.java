package io.github.glpi4j.testkit.internal.api;

import java.util.Locale;

/** Responses that are not JSON. */
public final class Pages {
    private Pages() {}

    public static String maintenance() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>MAINTENANCE MODE - GLPI</title></head>
                <body>
                <h1>Down for maintenance</h1>
                <p>FakeGlpi is in maintenance mode.</p>
                </body>
                </html>
                """;
    }

    public static String documentationHtml() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>GLPI REST API: Documentation - GLPI</title></head>
                <body>
                <h1>REST API</h1>
                <p>Append a path such as <code>/initSession</code> to this address.</p>
                </body>
                </html>
                """;
    }

    public static String documentationMarkdown() {
        return """
                # REST API

                Append a path such as `/initSession` to this address.
                """;
    }

    static String error(String title, String text) {
        return String.format(Locale.ROOT, """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s - GLPI</title></head>
                <body>
                <h1>%1$s</h1>
                <p>%2$s</p>
                </body>
                </html>
                """, title, text);
    }

    static String webServerError(int status, String text) {
        return String.format(Locale.ROOT, """
                <html>
                <head><title>%1$d %2$s</title></head>
                <body>
                <center><h1>%1$d %2$s</h1></center>
                </body>
                </html>
                """, status, text);
    }
}
