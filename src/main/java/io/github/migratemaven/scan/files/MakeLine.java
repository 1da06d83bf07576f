package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;

/** What one logical line of a Makefile is. */
final class MakeLine {
    private MakeLine() {}

    /** @param operator {@code =}, {@code :=}, {@code +=}, … */
    record Assignment(String name, String operator, String value) {}

    record Part(String text, int start) {}

    /** The assignment that the text is, or null. */
    static Assignment assignment(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            } else if (depth == 0 && c == '=') {
                int start = i;
                while (start > 0 && ":+?!".indexOf(text.charAt(start - 1)) >= 0) {
                    start--;
                }
                String name = text.substring(0, start).strip();
                return name.isEmpty() || name.contains(" ") || name.contains(":")
                        ? null
                        : new Assignment(
                                name,
                                text.substring(start, i + 1),
                                text.substring(i + 1).strip());
            }
        }
        return null;
    }

    /** Index of the colon that ends a rule's targets, or -1. */
    static int ruleColon(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            } else if (depth <= 0 && c == ':' && (i == 0 || text.charAt(i - 1) != '\\')) {
                return i;
            }
        }
        return -1;
    }

    /** The line up to a {@code #} that no backslash stands before. */
    static Source withoutComment(Source line) {
        String text = line.text();
        for (int i = text.indexOf('#'); i >= 0; i = text.indexOf('#', i + 1)) {
            if (i == 0 || text.charAt(i - 1) != '\\') {
                return line.slice(0, i);
            }
        }
        return line;
    }

    /** Words apart from white space, a variable's reference as one. */
    static List<Part> words(String text) {
        List<Part> words = new ArrayList<>();
        int depth = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
            boolean space = Character.isWhitespace(c) && (depth <= 0 || i == text.length());
            if (space && start >= 0) {
                words.add(new Part(text.substring(start, i), start));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** A command without what make itself reads in front of it. */
    static Source stripped(Source command) {
        int start = 0;
        while (start < command.text().length()
                && "@-+ \t".indexOf(command.text().charAt(start)) >= 0) {
            start++;
        }
        return command.slice(start, command.text().length());
    }
}
