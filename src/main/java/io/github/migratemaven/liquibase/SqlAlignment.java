package io.github.migratemaven.liquibase;

import java.util.Arrays;

/**
 * Finds the statements that Liquibase made in the text that somebody wrote: Liquibase drops comments and delimiters, puts
 * parameter values in and normalises line ends, so offsets differ while the words stay in order.
 */
final class SqlAlignment {
    private static final int PROBE = 24;

    private final String source;
    private final int end;
    private int cursor;

    /**
     * @param start where in the source the SQL begins; comments, delimiters and markup before it are passed over
     * @param end where it must have ended
     */
    SqlAlignment(String source, int start, int end) {
        this.source = source;
        this.cursor = start;
        this.end = Math.min(end, source.length());
    }

    /**
     * The next statement.
     *
     * @return for each UTF-16 unit of the statement its offset in the source; -1 throughout when it is not to be found
     */
    int[] next(String statement) {
        int from = find(statement);
        int[] offsets = new int[statement.length() + 1];
        if (from < 0) {
            Arrays.fill(offsets, -1);
            return offsets;
        }
        cursor = walk(statement, 0, statement.length(), from, offsets);
        return offsets;
    }

    private int find(String statement) {
        for (int at = cursor; at < end; at++) {
            int start = skip(at, statement, 0);
            if (start < end && walk(statement, 0, Math.min(statement.length(), PROBE), start, null) >= 0) {
                return start;
            }
            at = Math.max(at, start);
        }
        return -1;
    }

    /**
     * Walks both texts side by side.
     *
     * @param i where in the statement to begin
     * @param to where in the statement to stop
     * @param from where in the source to begin
     * @param offsets filled as far as they are known; null = only look whether the texts agree, up to the first parameter
     * @return where in the source the walk ended; -1 where they do not agree
     */
    private int walk(String statement, int i, int to, int from, int[] offsets) {
        int at = from;
        while (i < to) {
            char wanted = statement.charAt(i);
            if (Character.isWhitespace(wanted)) {
                mark(offsets, i++, at);
                continue;
            }
            int here = skip(at, statement, i);
            int entity = XmlEntity.length(source, here, wanted);
            if (entity > 0 && here < end && !statement.startsWith(source.substring(here, here + entity), i)) {
                mark(offsets, i++, here);
                at = here + entity;
                continue;
            }
            if (here < end && source.charAt(here) == wanted) {
                boolean doubled = wanted == '?' && source.startsWith("??", here) && !statement.startsWith("??", i);
                mark(offsets, i++, here);
                at = here + (doubled ? 2 : 1);
                continue;
            }
            int past = here < end && source.startsWith("${", here) ? source.indexOf('}', here) + 1 : 0;
            if (offsets == null) {
                return past > 0 ? here : -1;
            }
            int resumed = past > 0 ? afterValue(statement, i, past) : -1;
            if (resumed < 0) {
                Arrays.fill(offsets, i, offsets.length, Math.min(here, end));
                return Math.min(here, end);
            }
            Arrays.fill(offsets, i, resumed, here);
            i = resumed;
            at = past;
        }
        if (offsets != null) {
            Arrays.fill(offsets, to, offsets.length, at);
        }
        return at;
    }

    /** Where the statement goes on after a parameter's value: where it agrees with what the source has behind it. */
    private int afterValue(String statement, int from, int past) {
        boolean blank = past >= end || Character.isWhitespace(source.charAt(past));
        for (int i = from + 1; i <= statement.length(); i++) {
            boolean blankHere = i == statement.length() || Character.isWhitespace(statement.charAt(i));
            if ((blankHere || !blank) && walk(statement, i, Math.min(statement.length(), i + PROBE), past, null) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static void mark(int[] offsets, int i, int at) {
        if (offsets != null) {
            offsets[i] = at;
        }
    }

    /** Passes over what Liquibase leaves out, unless the statement itself goes on with it. */
    private int skip(int from, String statement, int i) {
        int at = from;
        while (at < end) {
            char c = source.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '-' && source.startsWith("--", at) && !statement.startsWith("--", i)) {
                int line = source.indexOf('\n', at);
                at = line < 0 ? end : line + 1;
            } else if (c == '/' && source.startsWith("/*", at) && !statement.startsWith("/*", i)) {
                int close = source.indexOf("*/", at + 2);
                at = close < 0 ? end : close + 2;
            } else if (c == '\\'
                    && at + 1 < end
                    && "nrt\n\r".indexOf(source.charAt(at + 1)) >= 0
                    && !statement.startsWith("\\", i)) {
                at += 2; // an escape or a folded line of a YAML or JSON string
            } else if (c == '\\' && at + 1 < end && !statement.startsWith("\\", i)) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }
}
