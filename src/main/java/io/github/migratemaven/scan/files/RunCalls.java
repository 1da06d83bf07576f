package io.github.migratemaven.scan.files;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Calls in a program's text of functions that run other programs, and template strings tagged {@code $} or {@code zx}. Looks at
 * brackets and what stands before them: thousands of files are searched, and a pattern would be tried at each letter.
 */
final class RunCalls {
    private static final Set<String> NAMES = Set.of(
            "execSync",
            "exec",
            "execFileSync",
            "execFile",
            "spawnSync",
            "spawn",
            "execa",
            "execaCommand",
            "execaSync",
            "execaCommandSync",
            "system",
            "popen",
            "Popen",
            "check_call",
            "check_output",
            "run",
            "call",
            "shell_exec",
            "passthru",
            "proc_open",
            "sh",
            "Command",
            "call_command");
    private static final String LAST_LETTERS = "acdehlmntu";
    private static final int LONGEST_NAME = 16;
    /** More space than anybody writes. */
    private static final int LONGEST_SPACE = 50;

    private final String text;
    private int bracket = -1;
    private int tick = -1;
    private int start;
    private int arguments;
    /** Where the line of the last answer of {@link #commented} ends, and that answer. */
    private int lineEnd = -1;

    private boolean lineIsComment;

    private final StringLiterals strings;

    RunCalls(String text) {
        this.strings = new StringLiterals(text);
        this.text = text;
        nextBracket(0);
        nextTick(0);
    }

    /** Whether there may be any; cheaper than to look. */
    static boolean in(byte[] bytes) {
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i] == '(' && isName(bytes, i)
                    || bytes[i] == '`' && (bytes[i - 1] == '$' || bytes[i - 1] == 'x')) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name of ours stands before a bracket. */
    private static boolean isName(byte[] bytes, int open) {
        int end = open;
        while (end > 0 && open - end < LONGEST_SPACE && Character.isWhitespace(bytes[end - 1])) {
            end--;
        }
        // Most names are others', and told by their last letter.
        if (end == 0 || LAST_LETTERS.indexOf(bytes[end - 1]) < 0) {
            return false;
        }
        int begin = end;
        while (begin > 0
                && end - begin <= LONGEST_NAME
                && bytes[begin - 1] > 0
                && isNamePart((char) bytes[begin - 1])) {
            begin--;
        }
        return end > begin && NAMES.contains(new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1));
    }

    /** Goes to the next one, in the order of the text. */
    boolean next() {
        while (bracket < text.length() || tick < text.length()) {
            boolean found;
            if (bracket < tick) {
                found = call(bracket);
                nextBracket(bracket + 1);
            } else {
                found = template(tick);
                nextTick(tick + 1);
            }
            if (found && !strings.holds(start)) {
                return true;
            }
        }
        return false;
    }

    /** Where the function's name begins. */
    int start() {
        return start;
    }

    /** Where its arguments begin. */
    int arguments() {
        return arguments;
    }

    /** Whether it stands in a line that is a comment. Asked of many calls in one long line, it looks at the line once. */
    boolean commented() {
        if (start > lineEnd) {
            int begin = text.lastIndexOf('\n', start) + 1;
            int end = text.indexOf('\n', start);
            lineEnd = end < 0 ? text.length() : end;
            while (begin < start && Character.isWhitespace(text.charAt(begin))) {
                begin++;
            }
            lineIsComment = begin < start
                    && (text.startsWith("//", begin)
                            || text.startsWith("#", begin)
                            || text.startsWith("*", begin)
                            || text.startsWith("/*", begin));
        }
        return lineIsComment;
    }

    private boolean call(int open) {
        int end = open;
        while (end > 0 && open - end < LONGEST_SPACE && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int begin = nameBefore(end);
        if (begin == end || !NAMES.contains(text.substring(begin, end))) {
            return false;
        }
        start = begin;
        arguments = open + 1;
        while (arguments < text.length()
                && arguments - open <= LONGEST_SPACE
                && Character.isWhitespace(text.charAt(arguments))) {
            arguments++;
        }
        return true;
    }

    private boolean template(int quote) {
        int begin = quote > 0 && text.charAt(quote - 1) == '$' ? quote - 1 : nameBefore(quote);
        String tag = text.substring(begin, quote);
        start = begin;
        arguments = quote;
        return tag.equals("$") || tag.equals("zx");
    }

    /** Where the name that ends here begins; here if none does, or one that is too long to be ours. */
    private int nameBefore(int end) {
        int begin = end;
        while (begin > 0 && isNamePart(text.charAt(begin - 1))) {
            begin--;
            if (end - begin > LONGEST_NAME) {
                return end;
            }
        }
        return begin;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private void nextBracket(int from) {
        int at = text.indexOf('(', from);
        bracket = at < 0 ? text.length() : at;
    }

    private void nextTick(int from) {
        int at = text.indexOf('`', from);
        tick = at < 0 ? text.length() : at;
    }
}
