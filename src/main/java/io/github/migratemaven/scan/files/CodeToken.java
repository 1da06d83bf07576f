package io.github.migratemaven.scan.files;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, string or sign of JavaScript or TypeScript. Comments, regular expressions and what templates compute are passed over;
 * one pass, whatever the text.
 *
 * @param text a string's without its quotes and with its escapes as written; signs that compare or join are one token
 * @param start offset in the text
 */
record CodeToken(Kind kind, String text, int start) {
    private static final List<String> SIGNS = List.of("===", "!==", "=>", "==", "!=", "&&", "||", "??", "?.");

    enum Kind {
        WORD,
        STRING,
        SIGN
    }

    boolean is(String word) {
        return kind != Kind.STRING && text.equals(word);
    }

    static List<CodeToken> read(String text) {
        List<CodeToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end;
            if (Character.isWhitespace(c)) {
                end = at + 1;
            } else if (text.startsWith("//", at)) {
                end = lineEnd(text, at);
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                end = close < 0 ? text.length() : close + 2;
            } else if (c == '"' || c == '\'') {
                end = string(text, at);
                tokens.add(new CodeToken(Kind.STRING, inside(text, at, end), at));
            } else if (c == '`') {
                end = template(text, at);
                tokens.add(new CodeToken(Kind.STRING, inside(text, at, end), at));
            } else if (Character.isJavaIdentifierPart(c)) {
                end = at + 1;
                while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                tokens.add(new CodeToken(Kind.WORD, text.substring(at, end), at));
            } else if (c == '/' && beginsExpression(tokens)) {
                end = regularExpression(text, at);
            } else {
                end = at + sign(text, at).length();
                tokens.add(new CodeToken(Kind.SIGN, text.substring(at, end), at));
            }
            at = end;
        }
        return tokens;
    }

    private static String sign(String text, int at) {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                return sign;
            }
        }
        return text.substring(at, at + 1);
    }

    private static String inside(String text, int start, int end) {
        return text.substring(start + 1, Math.max(start + 1, end - 1));
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** One that its line does not close ends there. */
    private static int string(String text, int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == text.charAt(start)) {
                return i + 1;
            } else if (c == '\n') {
                return i;
            }
        }
        return text.length();
    }

    /** With what stands in its {@code ${…}}, which may hold templates again. */
    private static int template(String text, int start) {
        List<Integer> braces = new ArrayList<>(List.of(-1));
        int i = start + 1;
        while (i < text.length() && !braces.isEmpty()) {
            char c = text.charAt(i);
            int last = braces.size() - 1;
            boolean inText = braces.get(last) < 0;
            if (c == '\\') {
                i++;
            } else if (c == '`') {
                if (inText) {
                    braces.remove(last);
                } else {
                    braces.add(-1);
                }
            } else if (inText && c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '{') {
                braces.add(0);
                i++;
            } else if (!inText && c == '{') {
                braces.set(last, braces.get(last) + 1);
            } else if (!inText && c == '}') {
                if (braces.get(last) == 0) {
                    braces.remove(last);
                } else {
                    braces.set(last, braces.get(last) - 1);
                }
            }
            i++;
        }
        return i;
    }

    /** Whether a slash is a regular expression's and no division. */
    private static boolean beginsExpression(List<CodeToken> before) {
        if (before.isEmpty()) {
            return true;
        }
        CodeToken last = before.get(before.size() - 1);
        return switch (last.kind) {
            case STRING -> false;
            case WORD -> last.text.equals("return") || last.text.equals("typeof") || last.text.equals("case");
            case SIGN -> !last.text.equals(")") && !last.text.equals("]") && !last.text.equals("}");
        };
    }

    private static int regularExpression(String text, int start) {
        boolean characters = false;
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '\n') {
                return start + 1;
            } else if (c == '[') {
                characters = true;
            } else if (c == ']') {
                characters = false;
            } else if (c == '/' && !characters) {
                return i + 1;
            }
        }
        return start + 1;
    }
}
