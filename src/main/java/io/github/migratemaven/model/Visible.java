package io.github.migratemaven.model;

import java.util.Locale;

/** Foreign text (paths, ids, server messages) as one line that shows all it has and does nothing to a terminal. */
public final class Visible {
    private Visible() {}

    /**
     * Control characters, line and paragraph separators, bidirectional and other invisible format characters and broken
     * surrogates appear as escapes ({@code \n}, {@code \u001b}); null as nothing.
     */
    public static String line(String text) {
        if (text == null) {
            return "";
        }
        int plain = 0;
        while (plain < text.length() && !invisible(text.codePointAt(plain))) {
            plain += Character.charCount(text.codePointAt(plain));
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, plain);
        for (int i = plain; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            append(out, text.codePointAt(i));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (invisible(c)) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
