package io.github.migratemaven.scan.policy;

import java.util.List;
import java.util.Locale;

/**
 * How a kind of file writes a comment.
 *
 * @param openers what begins one
 * @param wholeLine whether it must be the first thing on its line: {@code key=value # text} is a value in a .properties file
 * @param continued what a line ends with that goes on in the next one
 */
record CommentStyle(List<String> openers, boolean wholeLine, String continued) {
    private static final CommentStyle HASH = new CommentStyle(List.of("#"), false, "\\");
    private static final CommentStyle HASH_AND_SLASHES = new CommentStyle(List.of("//", "/*", "#"), false, "\\");
    private static final CommentStyle SLASHES = new CommentStyle(List.of("//", "/*"), false, "");
    private static final CommentStyle XML = new CommentStyle(List.of("<!--"), false, "");
    private static final CommentStyle SQL = new CommentStyle(List.of("--", "/*"), false, "");
    private static final CommentStyle CMD = new CommentStyle(List.of("rem", "@rem", "::"), true, "^");
    private static final CommentStyle POWERSHELL = new CommentStyle(List.of("#", "<#"), false, "`");
    private static final CommentStyle PROPERTIES = new CommentStyle(List.of("#", "!", ";"), true, "\\");

    static CommentStyle of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "xml", "html", "csproj", "props", "targets", "config" -> XML;
            case "js", "cjs", "mjs", "jsx", "ts", "cts", "mts", "tsx", "json", "jsonc", "json5", "cs", "go", "java" ->
                SLASHES;
            case "groovy", "gradle", "kts", "kt", "jenkinsfile", "php", "tf", "hcl", "nomad" -> HASH_AND_SLASHES;
            case "sql" -> SQL;
            case "cmd", "bat" -> CMD;
            case "ps1", "psm1" -> POWERSHELL;
            case "properties", "ini", "cfg", "conf" -> PROPERTIES;
            default -> name.startsWith("jenkinsfile") ? HASH_AND_SLASHES : HASH;
        };
    }

    /** What ends a comment within its line; empty string = the line's end. */
    static String closer(String opener) {
        return switch (opener) {
            case "<!--" -> "-->";
            case "/*" -> "*/";
            case "<#" -> "#>";
            default -> "";
        };
    }

    /** Whether a line goes on in the next one. */
    boolean goesOn(String line) {
        return !continued.isEmpty() && line.stripTrailing().endsWith(continued);
    }

    /** Whether a line is nothing but a comment. */
    boolean onlyComment(String line) {
        String text = line.strip().toLowerCase(Locale.ROOT);
        return openers.stream()
                .filter(text::startsWith)
                .map(CommentStyle::closer)
                .anyMatch(closer -> closer.isEmpty() || text.endsWith(closer));
    }

    /** The opener of the comment that begins just before a place in a line; empty string when that is no comment. */
    String opener(String line, int at) {
        int end = at;
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
            end--;
        }
        for (String opener : openers) {
            int start = end - opener.length();
            if (line.regionMatches(true, start, opener, 0, opener.length()) && begins(line, opener, start)) {
                return opener;
            }
        }
        return "";
    }

    private boolean begins(String line, String opener, int at) {
        int start = at;
        while (start > 0
                && line.charAt(start - 1) == opener.charAt(0)
                && closer(opener).isEmpty()) {
            start--;
        }
        String before = line.substring(0, start);
        if (before.isBlank()) {
            return true;
        }
        boolean apart = !closer(opener).isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1));
        return !wholeLine && apart && !insideQuotes(before);
    }

    /** An apostrophe between letters is no quote. */
    private static boolean insideQuotes(String before) {
        char open = 0;
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            if (c == '\\') {
                i++;
            } else if (open != 0) {
                open = c == open ? 0 : open;
            } else if (c == '"' || c == '\'' && (i == 0 || !Character.isLetter(before.charAt(i - 1)))) {
                open = c;
            }
        }
        return open != 0;
    }
}
