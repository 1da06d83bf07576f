package io.github.migratemaven.scan.files;

import java.util.ArrayList;
import java.util.List;

/**
 * The first line of a recipe in a justfile: {@code name parameters: before && after}.
 *
 * @param start index of the name in the line
 */
record JustHeader(String name, int start, List<String> before, List<String> after) {
    /** The header that a line is, or null. */
    static JustHeader of(String line) {
        int start = line.startsWith("@") ? 1 : 0;
        int end = start;
        while (end < line.length() && isNameCharacter(line.charAt(end))) {
            end++;
        }
        int colon = colon(line, end);
        if (end == start || Character.isDigit(line.charAt(start)) || colon < 0) {
            return null;
        }
        int hash = line.indexOf('#', colon);
        String dependencies = line.substring(colon + 1, hash < 0 ? line.length() : hash);
        int and = dependencies.indexOf("&&");
        return new JustHeader(
                line.substring(start, end),
                start,
                names(and < 0 ? dependencies : dependencies.substring(0, and)),
                names(and < 0 ? "" : dependencies.substring(and + 2)));
    }

    /** The colon that ends the parameters, past quoted defaults; -1 where there is none or the line is an assignment. */
    private static int colon(String line, int from) {
        char quote = 0;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '#') {
                return -1;
            } else if (c == ':') {
                return line.startsWith(":=", i) ? -1 : i;
            }
        }
        return -1;
    }

    /** {@code a (b 'argument') c} */
    private static List<String> names(String dependencies) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        boolean taken = false;
        for (String word :
                dependencies.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+")) {
            if (word.equals("(")) {
                depth++;
                taken = false;
            } else if (word.equals(")")) {
                depth--;
            } else if (!word.isEmpty() && (depth == 0 || !taken)) {
                names.add(word);
                taken = true;
            }
        }
        return names;
    }

    private static boolean isNameCharacter(char c) {
        return c == '_' || c == '-' || c < 128 && Character.isLetterOrDigit(c);
    }
}
