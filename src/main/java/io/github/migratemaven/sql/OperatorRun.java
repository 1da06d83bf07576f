package io.github.migratemaven.sql;

/**
 * Cuts a run of operator characters into operators: a comment start ends it, and a trailing {@code +} or {@code -} belongs to
 * what follows unless a character is there that no standard operator has (manual, section 4.1.3). What it learns about a run
 * is kept for the rest of that run, so that a megabyte of plus signs stays linear.
 */
final class OperatorRun {
    private final String sql;
    private int end;
    private int lastSpecial;
    private int lastOther;

    OperatorRun(String sql) {
        this.sql = sql;
    }

    /** Where the operator that starts here ends. */
    int end(int start) {
        if (start >= end) {
            read(start);
        }
        return lastSpecial >= start ? end : Math.max(start, lastOther) + 1;
    }

    private void read(int start) {
        lastSpecial = -1;
        lastOther = -1;
        int i = start;
        while (i < sql.length() && Characters.isOperator(sql.charAt(i)) && !startsComment(i)) {
            char c = sql.charAt(i);
            if (c != '+' && c != '-') {
                lastOther = i;
            }
            if ("~!@#%^&|`?".indexOf(c) >= 0) {
                lastSpecial = i;
            }
            i++;
        }
        end = i;
    }

    private boolean startsComment(int i) {
        return sql.startsWith("--", i) || sql.startsWith("/*", i);
    }
}
