package io.github.migratemaven.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which commands the server refuses in a transaction block: the calls of {@code PreventInTransactionBlock} in PostgreSQL 13 to
 * 18, tried on 15. What depends on the catalogue alone cannot be told from the text and counts as fine: {@code REINDEX TABLE}
 * and {@code CLUSTER} of a partitioned table.
 */
final class TransactionRules {
    private static final Set<String> CONTROLS =
            Set.of("BEGIN", "START TRANSACTION", "COMMIT", "END", "ABORT", "PREPARE TRANSACTION");

    private static final Pattern BODY = Pattern.compile("(\\$[^$]*\\$)(.*)\\1", Pattern.DOTALL);

    /** What a statement of a block can follow; {@code ON COMMIT DROP}, and a column of that name, stand behind something else. */
    private static final List<String> BEFORE_STATEMENT = List.of(";", "BEGIN", "THEN", "ELSE", "LOOP", ">>");

    private static final Map<String, BiPredicate<Words, Integer>> FORBIDDEN = Map.ofEntries(
            Map.entry("VACUUM", always()),
            Map.entry("CREATE DATABASE", always()),
            Map.entry("DROP DATABASE", always()),
            Map.entry("CREATE TABLESPACE", always()),
            Map.entry("DROP TABLESPACE", always()),
            Map.entry("ALTER SYSTEM", always()),
            Map.entry("DISCARD ALL", always()),
            Map.entry("COMMIT PREPARED", always()),
            Map.entry("ROLLBACK PREPARED", always()),
            Map.entry("CREATE INDEX", (words, major) -> words.at("CONCURRENTLY")),
            Map.entry("DROP INDEX", (words, major) -> words.at("CONCURRENTLY")),
            Map.entry("REINDEX", (words, major) -> Reindex.parse(words).forbidden()),
            Map.entry(
                    "CLUSTER", (words, major) -> Maintenance.of(words).tables().isEmpty()),
            Map.entry("ALTER DATABASE", (words, major) -> words.has("SET", "TABLESPACE")),
            Map.entry("ALTER TABLE", (words, major) -> words.has("DETACH", "PARTITION") && words.has("CONCURRENTLY")),
            Map.entry("ALTER TYPE", (words, major) -> major < 12 && words.has("ADD", "VALUE")),
            Map.entry("CREATE SUBSCRIPTION", (words, major) -> createsSlot(words)),
            // Without a slot it would be fine, but only the catalogue knows.
            Map.entry("DROP SUBSCRIPTION", always()),
            Map.entry("ALTER SUBSCRIPTION", TransactionRules::altersPublisher));

    private TransactionRules() {}

    /** @param major the server's major version */
    static TransactionNeed of(Command command, int major) {
        if (CONTROLS.contains(command.tag())) {
            return TransactionNeed.CONTROLS;
        }
        if (command.is("ROLLBACK")) {
            Words rest = command.rest();
            rest.takeAny("WORK", "TRANSACTION");
            return rest.at("TO") ? TransactionNeed.IN_TRANSACTION : TransactionNeed.CONTROLS;
        }
        if (command.is("CALL", "DO")) {
            return command.is("DO") && commits(command.rest()) ? TransactionNeed.CONTROLS : TransactionNeed.MAY_CONTROL;
        }
        BiPredicate<Words, Integer> forbidden = FORBIDDEN.get(command.tag());
        return forbidden != null && forbidden.test(command.rest(), major)
                ? TransactionNeed.FORBIDDEN
                : TransactionNeed.IN_TRANSACTION;
    }

    /** Whether a block has a COMMIT of its own, which the server refuses in a transaction (2D000). */
    private static boolean commits(Words words) {
        while (!words.done()) {
            Matcher body = BODY.matcher(words.next());
            if (body.matches()) {
                String text = body.group(2);
                return commits(text);
            }
        }
        return false;
    }

    private static boolean commits(String block) {
        Token before = null;
        for (Token token : SqlLexer.lex(block)) {
            if (token.is(block, "COMMIT") && before != null) {
                Token last = before;
                if (BEFORE_STATEMENT.stream().anyMatch(word -> last.is(block, word))) {
                    return true;
                }
            }
            before = token.significant() ? token : before;
        }
        return false;
    }

    private static BiPredicate<Words, Integer> always() {
        return (words, major) -> true;
    }

    private static boolean createsSlot(Words words) {
        Words options = options(words);
        return Options.enabled(options, "create_slot", true) && Options.enabled(options, "connect", true);
    }

    /** The forms that reach out to the publisher; the server refuses refreshes since 14, the two slot options since 17 and 18. */
    private static boolean altersPublisher(Words words, int major) {
        if (words.has("REFRESH", "PUBLICATION")) {
            return major >= 14;
        }
        for (String verb : List.of("SET", "ADD", "DROP")) {
            if (words.has(verb, "PUBLICATION")) {
                return major >= 14 && Options.enabled(options(words), "refresh", true);
            }
        }
        Words set = words.copy();
        if (!set.seek("SET")) {
            return false;
        }
        Words options = set.parentheses();
        return major >= 17 && Options.names(options).contains("failover")
                || major >= 18 && !Options.enabled(options, "two_phase", true);
    }

    private static Words options(Words words) {
        Words with = words.copy();
        with.seek("WITH");
        return with.parentheses();
    }
}
