package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column as a comparison adds it.
 *
 * @param type with its collation, where it has another than its type
 * @param defaultValue an expression
 */
record NewColumn(String type, Optional<String> defaultValue, boolean notNull, boolean generated) {
    private static final Pattern ADDED = Pattern.compile(
            "ALTER TABLE (?:ONLY )?(" + SqlNames.NAME + ")\\s+ADD COLUMN (" + SqlNames.PART + ") (.*)", Pattern.DOTALL);
    private static final Pattern DEFAULT = Pattern.compile(
            "ALTER TABLE (?:ONLY )?(" + SqlNames.NAME + ")\\s+ALTER COLUMN (" + SqlNames.PART + ") SET DEFAULT (.*)",
            Pattern.DOTALL);
    private static final Pattern FORM =
            Pattern.compile("(.*?)(?: DEFAULT (.*?))?( NOT NULL)?( GENERATED .*)?", Pattern.DOTALL);

    /** A value that is the same each time in one transaction: whoever finds it in a row knows that nobody wrote another. */
    private static final Pattern STEADY = Pattern.compile(
            "(?:NULL|true|false|now\\(\\)|CURRENT_(?:TIMESTAMP|DATE)|-?[\\d.]+|'(?:[^']|'')*')(?:::[\\w .\"()\\[\\]]+)*");

    /** @return empty where no statement adds it */
    static Optional<NewColumn> in(List<CatalogueChange> changes, String table, String column) {
        Optional<NewColumn> found = text(ADDED, changes, table, column).map(NewColumn::of);
        // A column that may be null gets its default by a statement of its own.
        Optional<String> value = text(DEFAULT, changes, table, column);
        return value.isEmpty() ? found : found.map(c -> new NewColumn(c.type(), value, c.notNull(), c.generated()));
    }

    private static Optional<String> text(Pattern pattern, List<CatalogueChange> changes, String table, String column) {
        return changes.stream()
                .map(change -> pattern.matcher(change.sql()))
                .filter(m -> m.matches()
                        && SqlNames.plain(m.group(1)).equals(table)
                        && SqlNames.plain(m.group(2)).equals(column))
                .map(m -> m.group(3))
                .findFirst();
    }

    private static NewColumn of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalStateException(text);
        }
        return new NewColumn(
                form.group(1),
                Optional.ofNullable(form.group(2)),
                form.group(3) != null,
                form.group(4) != null || text.contains(" GENERATED "));
    }

    String typeWithoutCollation() {
        return type.replaceFirst(" COLLATE .*", "");
    }

    /**
     * The default that it can have while an old column is kept in step with it: one that both have, so that a row which has it says
     * nothing of who wrote it.
     */
    Optional<String> defaultBeside(NewColumn old) {
        return defaultValue.filter(value -> STEADY.matcher(value).matches()
                && old.defaultValue().filter(value::equals).isPresent());
    }
}
