package io.github.glpi4j.testkit.internal.php;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses a query or form body like PHP: the last value wins, brackets nest, dots and spaces in names become underscores.
 */
public final class PhpQuery {
    private final ObjectNode values = JsonNodeFactory.instance.objectNode();

    private PhpQuery() {}

    public static ObjectNode parse(String query) {
        PhpQuery parsed = new PhpQuery();
        for (String pair : pieces(query, '&')) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                parsed.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parsed.values;
    }

    private void put(String name, String value) {
        int bracket = name.indexOf('[');
        boolean nested = bracket > 0 && name.indexOf(']', bracket) > 0;
        String first = (nested ? name.substring(0, bracket) : name).replace('.', '_');
        first = first.stripLeading().replace(' ', '_');
        if (first.isEmpty()) {
            return;
        }
        ObjectNode target = values;
        String key = first;
        for (String next : nested ? keys(name.substring(bracket)) : List.<String>of()) {
            JsonNode child = target.get(key);
            if (!(child instanceof ObjectNode)) {
                child = target.putObject(key);
            }
            target = (ObjectNode) child;
            key = next.isEmpty() ? nextIndex(target) : next;
        }
        target.put(key, value);
    }

    /** Splits {@code [a][][b]} into a, the empty key and b; ignores text after the last bracket. */
    private static List<String> keys(String brackets) {
        List<String> keys = new ArrayList<>();
        int from = 0;
        while (from < brackets.length() && brackets.charAt(from) == '[') {
            int end = brackets.indexOf(']', from);
            if (end < 0) {
                break;
            }
            keys.add(brackets.substring(from + 1, end));
            from = end + 1;
        }
        return keys;
    }

    private static String nextIndex(ObjectNode target) {
        int next = 0;
        while (target.has(Integer.toString(next))) {
            next++;
        }
        return Integer.toString(next);
    }

    /** PHP's urldecode: a plus becomes a space; a percent sign that starts no escape is kept. */
    public static String decode(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    public static List<String> pieces(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            pieces.add(text.substring(from, at));
            from = at + 1;
        }
        pieces.add(text.substring(from));
        return pieces;
    }
}
