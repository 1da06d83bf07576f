package io.github.migratemaven.postgres.compare;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind a column's name where pgcodekeeper adds it: {@code type [COLLATE …] [DEFAULT …] [NOT NULL]}.
 *
 * @param generated whether it is computed from others
 */
record ColumnText(String type, Optional<String> collation, Optional<String> defaultValue, boolean generated) {
    private static final Pattern FORM = Pattern.compile(
            "(.*?)(?: COLLATE (" + DescribedStatement.NAME + "))?(?: DEFAULT (.*?))?(?: NOT NULL)?", Pattern.DOTALL);

    static ColumnText of(String text) {
        Matcher form = FORM.matcher(text);
        if (text.contains(" GENERATED ALWAYS AS (") || !form.matches()) {
            return new ColumnText(text, Optional.empty(), Optional.empty(), true);
        }
        return new ColumnText(
                form.group(1), Optional.ofNullable(form.group(2)), Optional.ofNullable(form.group(3)), false);
    }

    /** What its values are while its type is away. */
    String text() {
        return type.endsWith("[]") ? "text[]" : "text";
    }

    String typeWithCollation() {
        return collation.map(name -> type + " COLLATE " + name).orElse(type);
    }
}
