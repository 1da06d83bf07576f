package io.github.migratemaven.scan.files.image;

import java.util.Map;

/** {@code $X}, {@code ${X}} and {@code ${X:-default}} with what a Dockerfile or compose file itself says about X. */
final class Variables {
    private static final int MAX_LENGTH = 8192;

    private Variables() {}

    /** What is not known stays as it is written. */
    static String expand(String text, Map<String, String> known) {
        if (text.indexOf('$') < 0 || text.length() > MAX_LENGTH) {
            return text;
        }
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '$' ? end(text, at) : at + 1;
            expanded.append(c == '$' && end > at + 1 ? value(text.substring(at, end), known) : text.substring(at, end));
            at = end;
        }
        // A=$A$A again and again must not grow without end.
        return expanded.length() > MAX_LENGTH ? text : expanded.toString();
    }

    private static int end(String text, int dollar) {
        int at = dollar + 1;
        if (at < text.length() && text.charAt(at) == '{') {
            int close = text.indexOf('}', at);
            return close < 0 ? dollar + 1 : close + 1;
        }
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return at;
    }

    private static String value(String written, Map<String, String> known) {
        boolean braces = written.startsWith("${");
        String inner = braces ? written.substring(2, written.length() - 1) : written.substring(1);
        int colon = inner.indexOf(":-");
        String name = colon < 0 ? inner : inner.substring(0, colon);
        String value = known.get(name);
        if (value != null && !value.contains("$")) {
            return value;
        }
        return colon < 0 ? written : inner.substring(colon + 2);
    }
}
