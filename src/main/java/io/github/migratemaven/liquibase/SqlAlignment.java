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
        int[] offsets = new int[statement.length() + 1];
        int start = skip(cursor, statement, 0);
        if (start + statement.length() <= end && source.startsWith(statement, start)) {
            // As somebody wrote it: most are.
            Arrays.setAll(offsets, unit -> start + unit);
            cursor = start + statement.length();
            return offsets;
        }
        int from = find(statement);
        if (from < 0) {
            Arrays.fill(offsets, -1);
            return offsets;
        }
        cursor = walk(statement, 0, statement.length(), from, offsets, 0);
        return offsets;
    }

    private int find(String statement) {
        int probe = Math.min(statement.length(), PROBE);
        for (int at = cursor; at < end; at++) {
            int start = skip(at, statement, 0);
            if (start < end && agrees(statement, 0, probe, start, 1)) {
                return start;
            }
            at = Math.max(at, start);
        }
        return -1;
    }

    /** Whether a part of the statement stands in the source, looking through so many placeholders at most. */
    private boolean agrees(String statement, int from, int to, int source, int placeholders) {
        return walk(statement, from, to, source, null, placeholders) >= 0;
    }

    /**
     * Walks both texts side by side.
     *
     * @param offsets filled as far as they are known; null = only look whether the texts agree
     * @param placeholders when only looking: how many to look through; what stands behind more is taken on trust
     * @return where in the source the walk ended; -1 where they do not agree
     */
    private int walk(String statement, int from, int to, int sourceStart, int[] offsets, int placeholders) {
        int at = sourceStart;
        int i = from;
        int left = placeholders;
        while (i < to) {
            char wanted = statement.charAt(i);
            if (Character.isWhitespace(wanted)) {
                mark(offsets, i++, at);
                continue;
            }
            int here = skip(at, statement, i);
            int length = here < end ? SourceSpelling.length(source, here, wanted) : 0;
            if (length > 0) {
                // What looks like an entity or an escape may be what the statement itself says.
                boolean literal = length > 1 && statement.startsWith(source.substring(here, here + length), i);
                mark(offsets, i++, here);
                at = here + (literal ? 1 : length);
                continue;
            }
            if (here > sourceStart && here < end && SourceSpelling.isDoubled(source, here)) {
                at = here + 1;
                continue;
            }
            int past = here < end && source.startsWith("${", here) ? source.indexOf('}', here) + 1 : 0;
            if (past > 0 && offsets == null && left-- == 0) {
                return here;
            }
            int resumed = past > 0 ? afterValue(statement, i, past, offsets == null ? left : 1) : -1;
            if (resumed < 0) {
                if (offsets == null) {
                    return -1;
                }
                Arrays.fill(offsets, i, offsets.length, Math.min(here, end));
                return Math.min(here, end);
            }
            for (; i < resumed; i++) {
                mark(offsets, i, here);
            }
            at = past;
        }
        if (offsets != null) {
            Arrays.fill(offsets, to, offsets.length, at);
        }
        return at;
    }

    /** Where the statement goes on after a parameter's value: at what the source has behind the placeholder. */
    private int afterValue(String statement, int from, int past, int placeholders) {
        boolean blank = past >= end || Character.isWhitespace(source.charAt(past));
        for (int i = from; i < statement.length(); i++) {
            boolean fits = !blank || Character.isWhitespace(statement.charAt(i));
            if (fits && agrees(statement, i, Math.min(statement.length(), i + PROBE), past, placeholders)) {
                return i;
            }
        }
        // The value is the statement's end, unless nothing of the statement was recognised before it.
        return from == 0 ? -1 : statement.length();
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
