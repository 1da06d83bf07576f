package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * make's variables, as far as the file says them. What it does not say becomes a shell variable of that name: known to nobody,
 * harmful to nothing. Expansion is bounded in depth and length.
 */
final class MakeVariables {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_LENGTH = 1 << 16;
    private static final int MAX_REFERENCE = 1 << 11;
    /** Of one Makefile: variables that name each other twice would double with each. */
    private static final int MAX_REFERENCES = 1 << 19;

    /** Functions that give nothing to a command. */
    private static final List<String> SILENT = List.of("info", "warning", "error", "eval");

    private final Map<String, String> values = new HashMap<>();
    private int references;

    void assign(String name, String operator, String value) {
        switch (operator) {
            case "+=" -> values.merge(name, value, (a, b) -> cut(a + " " + b));
            case "?=" -> values.putIfAbsent(name, value);
            case "!=" -> values.put(name, "$(shell " + value + ")");
            default -> values.put(name, value);
        }
    }

    boolean knows(String name) {
        return values.containsKey(name);
    }

    String expand(String text) {
        return expand(text, Map.of(), 0);
    }

    /** Expands a recipe's text; what a variable stands for is where the variable is. */
    void expand(Source source, Map<String, String> automatic, MappedText to) {
        String text = source.text();
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '$' ? referenceEnd(text, at) : -1;
            if (end < 0) {
                to.append(text.charAt(at), source.offset(at++));
            } else {
                to.append(reference(text.substring(at, end), automatic, 0), source.offset(at));
                at = end;
            }
        }
    }

    private String expand(String text, Map<String, String> automatic, int depth) {
        if (depth > MAX_DEPTH || text.indexOf('$') < 0) {
            return text;
        }
        StringBuilder all = new StringBuilder();
        int at = 0;
        while (at < text.length() && all.length() < MAX_LENGTH) {
            int end = text.charAt(at) == '$' ? referenceEnd(text, at) : -1;
            if (end < 0) {
                all.append(text.charAt(at++));
            } else {
                all.append(reference(text.substring(at, end), automatic, depth));
                at = end;
            }
        }
        return cut(all.toString());
    }

    /** @param reference {@code $$}, {@code $x}, {@code $(…)} or <code>${…}</code> */
    private String reference(String reference, Map<String, String> automatic, int depth) {
        if (reference.equals("$$")) {
            return "$";
        }
        if (references++ > MAX_REFERENCES) {
            return "";
        }
        boolean enclosed = reference.length() > 2;
        String inner = enclosed ? reference.substring(2, reference.length() - 1) : reference.substring(1);
        String name = inner.strip();
        if (automatic.containsKey(name)) {
            return automatic.get(name);
        }
        if (values.containsKey(name)) {
            return expand(values.get(name), automatic, depth + 1);
        }
        int space = name.indexOf(' ');
        if (space > 0) {
            return function(name.substring(0, space), name.substring(space + 1), automatic, depth);
        }
        if (name.equals("MAKE")) {
            return "make";
        }
        int colon = name.indexOf(':');
        if (colon > 0 && values.containsKey(name.substring(0, colon))) {
            return expand(values.get(name.substring(0, colon)), automatic, depth + 1);
        }
        return isName(name) ? "${" + name + "}" : "${make}";
    }

    private String function(String function, String arguments, Map<String, String> automatic, int depth) {
        if (function.equals("shell")) {
            return "$(" + expand(arguments, automatic, depth + 1) + ")";
        }
        if (function.equals("call")) {
            String[] parts = arguments.split(",");
            String name = parts.length == 0 ? "" : parts[0].strip();
            if (values.containsKey(name)) {
                Map<String, String> with = new HashMap<>(automatic);
                for (int i = 1; i < parts.length; i++) {
                    with.put(String.valueOf(i), expand(parts[i], automatic, depth + 1));
                }
                return expand(values.get(name), with, depth + 1);
            }
        }
        return SILENT.contains(function) ? "" : "${make}";
    }

    /** Index past the reference that begins here, or -1 where it does not end. */
    private static int referenceEnd(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        char open = text.charAt(at + 1);
        if (open != '(' && open != '{') {
            return at + 2;
        }
        char close = open == '(' ? ')' : '}';
        int depth = 0;
        int stop = Math.min(text.length(), at + MAX_REFERENCE);
        for (int i = at + 1; i < stop; i++) {
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> c == '_' || c < 128 && Character.isLetterOrDigit(c))
                && !Character.isDigit(name.charAt(0));
    }

    private static String cut(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
