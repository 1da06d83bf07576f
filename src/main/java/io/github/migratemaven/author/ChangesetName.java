package io.github.migratemaven.author;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a changeset does, in words, as its file and its id are called: lower case, at least two words, one of which says what is
 * changed.
 *
 * @param words for example {@code [add, idempotency, key, to, workflow, executions]}
 */
public record ChangesetName(List<String> words) {
    private static final int LONGEST = 100;

    /** True of every changeset, or of none: they tell a reader of the history nothing. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            ("a an and at by for from in into it its my of on or our the then this to with add added adding adjust adjustments"
                            + " alter apply change changed changes changeset changesets cleanup column columns constraint correct"
                            + " create data database db ddl delete do drop edit feature final fix fixed fixes fixup hotfix"
                            + " improve improvements index indexes indices migrate migration migrations minor misc miscellaneous"
                            + " modify more new next part patch ready refactor refactoring remove rename schema script some sql"
                            + " step stuff table tables temp test testing thing things tidy tmp update updated updates various"
                            + " version wip work")
                    .split(" "));

    private static final String EXAMPLES =
            "Say what it does to what, for example add_idempotency_key_to_orders or drop_legacy_price_of_products.";

    public ChangesetName {
        words = List.copyOf(words);
    }

    /**
     * @param text {@code migrate.name}: words with {@code _}, {@code -} or spaces between them
     * @throws MigrateException with an {@code InvalidInput} that says why it is refused
     */
    public static ChangesetName of(String text) {
        String plain = text.strip()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_.-]+", "_")
                .replaceAll("^_|_$", "");
        if (!plain.matches("[a-z0-9_]+")) {
            throw refused(text, "has characters that do not belong into a file's name", "Use a to z, 0 to 9 and _.");
        }
        if (plain.length() > LONGEST) {
            throw refused(text, "is longer than " + LONGEST + " characters", "Leave out what the file itself says.");
        }
        List<String> words = List.of(plain.split("_"));
        List<String> telling = words.stream()
                .filter(word -> !EMPTY_WORDS.contains(word) && !word.matches("v?\\d+"))
                .toList();
        if (telling.isEmpty()) {
            throw refused(text, "fits any changeset, so it says nothing about this one", EXAMPLES);
        }
        if (words.size() < 2) {
            throw refused(text, "is one word: it does not say what is done to what", EXAMPLES);
        }
        if (telling.size() == 1 && words.size() == 2 && words.get(1).matches("\\d+")) {
            throw refused(text, "is a number to look up, not a description", EXAMPLES);
        }
        return new ChangesetName(words);
    }

    private static MigrateException refused(String text, String why, String hint) {
        return new MigrateException(Failure.InvalidInput.of(
                "name-not-descriptive",
                "the name \"" + text + "\" " + why,
                hint + " It becomes the file's name and stays in the history for ever."));
    }

    /** @param separator {@code _} or {@code -} */
    String joined(String separator) {
        return String.join(separator, words);
    }

    /** Whether another changeset or file is called so, whatever stands before it and between its words. */
    boolean names(String other) {
        String plain = other.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return ("_" + plain.replaceAll("^[v]?[0-9_]+", "")).equals("_" + joined("_"));
    }
}
