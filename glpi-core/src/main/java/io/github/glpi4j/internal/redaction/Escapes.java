package io.github.glpi4j.internal.redaction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one escape of a URL, of HTML, of JSON, JavaScript or PHP. */
final class Escapes {

    private static final int MAX_DIGITS = 8;
    private static final int MAX_NAME = 8;
    private static final Map<String, Integer> ENTITIES = entities();
    private static final String CONTROLS = "bfnrt";
    private static final String CONTROL_CHARACTERS = "\b\f\n\r\t";

    private final int[] characters;
    private final int[] ends;
    private int character;
    private int end;

    /**
     * An empty reader.
     *
     * @param characters what is read at each position
     * @param ends where that ends
     */
    Escapes(int[] characters, int[] ends) {
        this.characters = characters;
        this.ends = ends;
    }

    /** Whether a character may begin an escape. */
    static boolean isLead(int c) {
        return c == '%' || c == '&' || c == '\\' || c == '+';
    }

    /** The character that the escape stands for. */
    int character() {
        return character;
    }

    /** Where the escape ends. */
    int end() {
        return end;
    }

    /** Reads the escape that begins with a lead at a position; false if none does. */
    public boolean read(int position) {
        int lead = characters[position];
        end = ends[position];
        return switch (lead) {
            case '+' -> found(' ');
            case '%' -> skip('u') ? digits(16, 4, 4) : digits(16, 2, 2);
            case '&' -> entity();
            default -> backslash();
        };
    }

    private boolean found(int c) {
        character = c;
        return true;
    }

    private int peek() {
        return end < characters.length ? characters[end] : -1;
    }

    private boolean skip(int c) {
        if (peek() != c) {
            return false;
        }
        end = ends[end];
        return true;
    }

    private boolean digits(int radix, int least, int most) {
        int value = 0;
        int count = 0;
        while (count < most && peek() >= 0 && Character.digit(peek(), radix) >= 0) {
            value = value * radix + Character.digit(peek(), radix);
            end = ends[end];
            count++;
        }
        return count >= least && found(value);
    }

    private boolean entity() {
        if (skip('#')) {
            boolean hex = skip('x') || skip('X');
            boolean read = digits(hex ? 16 : 10, 1, MAX_DIGITS);
            skip(';');
            return read;
        }
        StringBuilder name = new StringBuilder();
        while (name.length() < MAX_NAME && peek() < 0x7f && Character.isLetterOrDigit(peek())) {
            name.append((char) peek());
            end = ends[end];
        }
        Integer c = ENTITIES.getOrDefault(
                name.toString(), ENTITIES.get(name.toString().toLowerCase(Locale.ROOT)));
        return c != null && skip(';') && found(c);
    }

    private boolean backslash() {
        if (skip('u')) {
            return skip('{') ? digits(16, 1, MAX_DIGITS) && skip('}') : digits(16, 4, 4);
        }
        if (skip('x')) {
            return digits(16, 2, 2);
        }
        int c = peek();
        if (c >= '0' && c <= '7') {
            return digits(8, 3, 3);
        }
        if (c < 0) {
            return false;
        }
        end = ends[end];
        int control = CONTROLS.indexOf(c);
        return found(control < 0 ? c : CONTROL_CHARACTERS.charAt(control));
    }

    private static Map<String, Integer> entities() {
        Map<String, Integer> entities = new HashMap<>();
        String ascii = "! excl \" quot # num $ dollar % percnt & amp ' apos ( lpar ) rpar * ast + plus , comma . period"
                + " / sol : colon ; semi < lt = equals > gt ? quest @ commat [ lsqb [ lbrack \\ bsol ] rsqb ] rbrack"
                + " ^ Hat _ lowbar ` grave { lcub { lbrace | verbar | vert } rcub } rbrace € euro";
        String[] pairs = ascii.split(" ", -1);
        for (int i = 0; i < pairs.length; i += 2) {
            entities.put(pairs[i + 1], (int) pairs[i].charAt(0));
        }
        String latin1 =
                "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2"
                        + " sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc"
                        + " Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve"
                        + " Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute"
                        + " acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde"
                        + " ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
        int c = 0xa0;
        for (String name : latin1.split(" ", -1)) {
            entities.put(name, c++);
        }
        return Map.copyOf(entities);
    }
}
