package io.github.migratemaven.sql;

import java.util.Locale;
import java.util.Set;

/** Tells, without reading a statement, that it runs in a transaction: most hold none of the words of those that do not. */
final class TransactionWords {
    /** One of them stands in each statement that {@link TransactionRules} has anything against. */
    private static final Set<String> WORDS = Set.of(
            "BEGIN",
            "START",
            "COMMIT",
            "END",
            "ABORT",
            "PREPARE",
            "ROLLBACK",
            "CALL",
            "DO",
            "VACUUM",
            "DATABASE",
            "TABLESPACE",
            "SYSTEM",
            "DISCARD",
            "CONCURRENTLY",
            "REINDEX",
            "CLUSTER",
            "SUBSCRIPTION");

    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;

    private TransactionWords() {}

    /** False only if the text runs in a transaction for certain. */
    static boolean mayMatter(String sql, int serverMajor) {
        int start = -1;
        for (int i = 0; i <= sql.length(); i++) {
            boolean letter = i < sql.length() && isLetter(sql.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                if (matters(sql, start, i, serverMajor)) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean matters(String sql, int start, int end, int serverMajor) {
        int length = end - start;
        if (length < SHORTEST || length > LONGEST) {
            return false;
        }
        String word = sql.substring(start, end).toUpperCase(Locale.ROOT);
        return WORDS.contains(word) || serverMajor < 12 && word.equals("TYPE");
    }
}
