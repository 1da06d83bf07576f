package io.github.migratemaven.scan.files;

import java.util.HashMap;
import java.util.Map;

/** Where in a program strings and lists are given names: {@code const command = '…'}. A name that has two values has none. */
final class NamedValues {
    private static final int MANY = 2000;
    private static final int UNKNOWN = -1;
    private static final int LONGEST_NAME = 60;

    private final Map<String, Integer> values = new HashMap<>();

    NamedValues(String text) {
        for (int at = text.indexOf('='); at >= 0 && values.size() < MANY; at = text.indexOf('=', at + 1)) {
            int value = afterBlanks(text, at + 1);
            boolean compares = at > 0 && "=!<>+-*/%&|^:".indexOf(text.charAt(at - 1)) >= 0
                    || value < text.length() && (text.charAt(at + 1) == '=' || text.charAt(at + 1) == '>');
            String name = compares ? "" : nameBefore(text, at);
            if (!name.isEmpty()) {
                boolean literal = value < text.length() && "\"'`[".indexOf(text.charAt(value)) >= 0;
                values.put(name, literal && !values.containsKey(name) ? value : UNKNOWN);
            }
        }
    }

    /**
     * Where the value of the name that stands here begins; here itself for an argument's own name, negative when nobody knows.
     */
    int of(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < LONGEST_NAME && isPart(text.charAt(end))) {
            end++;
        }
        if (end - at < 3 && end < text.length() && (text.charAt(end) == '"' || text.charAt(end) == '\'')) {
            // Python's f"…" and r"…".
            return end;
        }
        int next = afterBlanks(text, end);
        if (text.startsWith("args", at) && next < text.length() && text.charAt(next) == '=') {
            return at;
        }
        boolean whole = next < text.length() && (text.charAt(next) == ',' || text.charAt(next) == ')');
        return whole ? values.getOrDefault(text.substring(at, end), UNKNOWN) : UNKNOWN;
    }

    /** In front of an equals sign, and of a type ({@code command: string = …}). */
    private static String nameBefore(String text, int equals) {
        int end = beforeBlanks(text, equals);
        int begin = begin(text, end);
        int colon = beforeBlanks(text, begin);
        if (begin < end && colon > 0 && text.charAt(colon - 1) == ':') {
            end = beforeBlanks(text, colon - 1);
            begin = begin(text, end);
        }
        // A member of something is not the name alone.
        boolean member = begin > 0 && text.charAt(begin - 1) == '.';
        return member ? "" : text.substring(begin, end);
    }

    private static int begin(String text, int end) {
        int begin = end;
        while (begin > 0 && end - begin < LONGEST_NAME && isPart(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static int beforeBlanks(String text, int end) {
        int at = end;
        while (at > 0 && end - at < LONGEST_NAME && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at;
    }

    private static int afterBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && at - start < LONGEST_NAME && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPart(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }
}
