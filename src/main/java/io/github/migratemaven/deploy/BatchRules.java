package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a changeset may share a message with others. The server reads the whole of a message before it runs the first
 * statement: nothing in it may change how text is read.
 */
final class BatchRules {
    /** Statements that do what they say: SELECT, DO, CALL and WITH can run anything, SET changes the session. */
    private static final Set<String> FIRST_WORDS =
            Set.of("ALTER", "COMMENT", "CREATE", "DELETE", "DROP", "GRANT", "INSERT", "REVOKE", "UPDATE");

    /** The settings of PostgreSQL's lexer, and what puts them back. */
    private static final List<String> READING = List.of(
            "standard_conforming_strings",
            "backslash_quote",
            "escape_string_warning",
            "client_encoding",
            "names",
            "reset",
            "discard");

    private BatchRules() {}

    /** @param steps of the changeset; as {@link io.github.migratemaven.port.MigrationEngine#writtenSteps} means them */
    static boolean admit(Changeset changeset, List<Step> steps) {
        Changeset.Rules rules = changeset.rules();
        if (rules.hasPreconditions() || rules.markRanWhenInvalid()) {
            return false;
        }
        for (Step step : steps) {
            if (!(step instanceof Step.Sql sql) || !isPlain(sql.sql())) {
                return false;
            }
        }
        return Transactionality.of(changeset, steps).transactional();
    }

    static boolean isPlain(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        if (!FIRST_WORDS.contains(text.substring(0, end).toUpperCase(Locale.ROOT))) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : READING) {
            if (lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
