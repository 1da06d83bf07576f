package io.github.migratemaven.scan;

import java.util.List;
import java.util.Set;

/**
 * What must stand in a text for something banned to stand there: of each group, one word. Case, quotes, backslashes, {@code -} and
 * {@code _} do not count. A clue may promise too much, never too little.
 *
 * @param groups of words as {@link #part} and {@link #wholeWord} give them
 */
public record Clue(List<Set<String>> groups) {
    /** At either end of a word: no letter or digit may stand there. */
    public static final char EDGE = ' ';

    public Clue {
        groups = List.copyOf(groups);
    }

    /** A text that may be a part of a longer one, as it is looked for; empty when only signs are left of it. */
    public static String part(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!passedOver(c) && c != EDGE) {
                plain.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            }
        }
        return plain.toString();
    }

    /** A text beside which no letter or digit stands, as it is looked for; empty when only signs are left of it. */
    public static String wholeWord(String text) {
        String plain = part(text);
        return plain.isEmpty() ? "" : EDGE + plain + EDGE;
    }

    /** {@code pri''sma} runs prisma; {@code ddl-auto}, {@code DDL_AUTO} and {@code ddlAuto} are one key. */
    public static boolean passedOver(char c) {
        return c == '"' || c == '\'' || c == '`' || c == '\\' || c == '-' || c == '_';
    }
}
