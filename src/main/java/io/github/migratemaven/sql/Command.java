package io.github.migratemaven.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One statement, read as far as its command.
 *
 * @param tag as the server would report it, for example {@code CREATE INDEX}; empty string for an empty text
 * @param modifiers the words between verb and object that the tag leaves out, for example {@code UNIQUE}, {@code OR REPLACE}
 * @param words the place behind the tag, not to be moved: {@link #rest()} is
 * @param expressions what {@code WITH} puts before it: the bodies of its common table expressions
 */
record Command(String tag, Set<String> modifiers, Words words, List<Words> expressions) {
    private static final List<String> MODIFIERS =
            List.of("TEMP", "TEMPORARY", "LOCAL", "GLOBAL", "UNLOGGED", "UNIQUE", "RECURSIVE", "TRUSTED", "PROCEDURAL");

    /** Object types and commands of more than one word, longest first. */
    private static final List<String[]> OBJECTS = phrases(
            "TEXT SEARCH CONFIGURATION",
            "TEXT SEARCH DICTIONARY",
            "TEXT SEARCH PARSER",
            "TEXT SEARCH TEMPLATE",
            "FOREIGN DATA WRAPPER",
            "MATERIALIZED VIEW",
            "FOREIGN TABLE",
            "OPERATOR CLASS",
            "OPERATOR FAMILY",
            "EVENT TRIGGER",
            "USER MAPPING",
            "ACCESS METHOD",
            "DEFAULT PRIVILEGES",
            "LARGE OBJECT");

    private static final List<String[]> COMMANDS = phrases(
            "REFRESH MATERIALIZED VIEW",
            "IMPORT FOREIGN SCHEMA",
            "START TRANSACTION",
            "PREPARE TRANSACTION",
            "COMMIT PREPARED",
            "ROLLBACK PREPARED",
            "SECURITY LABEL",
            "REASSIGN OWNED",
            "DROP OWNED",
            "LOCK TABLE",
            "TRUNCATE TABLE",
            "DISCARD ALL");

    static Command of(String sql) {
        Words words = Words.of(sql);
        while (words.take("(")) {
            continue;
        }
        if (words.at("WITH")) {
            return with(words);
        }
        Optional<String> command = phrase(words, COMMANDS);
        if (command.isPresent()) {
            return new Command(command.get(), Set.of(), words, List.of());
        }
        if (words.at("CREATE") || words.at("ALTER") || words.at("DROP")) {
            return definition(words);
        }
        String verb = words.atWord() ? upper(words.next()) : "";
        return new Command(
                Set.of("LOCK", "TRUNCATE").contains(verb) ? verb + " TABLE" : verb, Set.of(), words, List.of());
    }

    /** The place behind the tag, free to be moved. */
    Words rest() {
        return words.copy();
    }

    boolean is(String... tags) {
        return List.of(tags).contains(tag);
    }

    private static Command definition(Words words) {
        String verb = upper(words.next());
        Set<String> modifiers = new HashSet<>();
        if (words.take("OR", "REPLACE")) {
            modifiers.add("OR REPLACE");
        }
        while (words.atWord() && MODIFIERS.stream().anyMatch(words::at)
                || words.at("CONSTRAINT", "TRIGGER")
                || words.at("DEFAULT", "CONVERSION")) {
            modifiers.add(upper(words.next()));
        }
        String object = phrase(words, OBJECTS).orElseGet(() -> words.atWord() ? upper(words.next()) : "");
        return new Command((verb + " " + object).strip(), modifiers, words, List.of());
    }

    /** The command of {@code WITH … INSERT} is the INSERT. */
    private static Command with(Words words) {
        List<Words> expressions = words.groups();
        // The first that stands outside brackets: a later UPDATE may be that of "FOR UPDATE".
        String verb =
                words.seekFirst("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE").orElse("SELECT");
        return new Command(verb, Set.of(), words, expressions);
    }

    private static Optional<String> phrase(Words words, List<String[]> phrases) {
        return phrases.stream().filter(words::take).findFirst().map(phrase -> String.join(" ", phrase));
    }

    private static List<String[]> phrases(String... phrases) {
        return List.of(phrases).stream().map(phrase -> phrase.split(" ")).toList();
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
