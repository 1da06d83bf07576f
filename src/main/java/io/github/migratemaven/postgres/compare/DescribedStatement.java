package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.CatalogueChange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of a statement what it changes and what it loses. */
final class DescribedStatement {
    static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    /** A name with its qualifiers. */
    static final String NAME = PART + "(?:\\." + PART + ")*";

    private static final Pattern OBJECT = Pattern.compile("^(?:CREATE(?: OR REPLACE)?|ALTER|DROP|COMMENT ON|REFRESH)"
            + "(?: UNIQUE| UNLOGGED| CONSTRAINT(?= TRIGGER))?"
            + " (MATERIALIZED VIEW|FOREIGN TABLE|EVENT TRIGGER|TEXT SEARCH \\w+|FOREIGN DATA WRAPPER|\\w+)"
            + "(?: CONCURRENTLY)?(?: IF(?: NOT)? EXISTS)?(?: ONLY)? (" + NAME + ")(?: ON (?:ONLY )?(" + NAME + "))?");

    private static final Pattern PRIVILEGE =
            Pattern.compile("^(?:GRANT|REVOKE) .*? ON ((?:\\w+ )?" + NAME + ").*", Pattern.DOTALL);

    private static final List<Loss> LOSSES = List.of(
            new Loss("^DROP TABLE (?:IF EXISTS )?(" + NAME + ")", "the rows of table %s"),
            new Loss("^DROP SCHEMA (?:IF EXISTS )?(" + NAME + ")", "schema %s with everything in it"),
            new Loss("^DROP SEQUENCE (?:IF EXISTS )?(" + NAME + ")", "the current value of sequence %s"),
            new Loss("^DROP EXTENSION (?:IF EXISTS )?(" + NAME + ")", "extension %s and what it stores"),
            new Loss(
                    "^ALTER (?:FOREIGN )?TABLE (?:IF EXISTS )?(?:ONLY )?(" + NAME + ")\\s+DROP COLUMN (?:IF EXISTS )?("
                            + PART + ")",
                    "the values of column %2$s of table %1$s"),
            new Loss("^DROP TYPE (?:IF EXISTS )?(" + NAME + ")", null),
            new Loss(
                    "^ALTER TYPE (" + NAME + ")\\s+DROP ATTRIBUTE (?:IF EXISTS )?(" + PART + ")",
                    "the values of attribute %2$s of type %1$s"));

    private DescribedStatement() {}

    static CatalogueChange of(String sql) {
        return new CatalogueChange(sql, object(sql), loss(sql), true);
    }

    private static String object(String sql) {
        Matcher privilege = PRIVILEGE.matcher(sql);
        if (privilege.matches()) {
            return "privileges on " + privilege.group(1);
        }
        Matcher matcher = OBJECT.matcher(sql);
        if (!matcher.find()) {
            return sql.lines().findFirst().orElse("");
        }
        String kind = matcher.group(1).toLowerCase(java.util.Locale.ROOT);
        String on = matcher.group(3) == null ? "" : " on " + matcher.group(3);
        return kind + " " + matcher.group(2) + on;
    }

    private static Optional<String> loss(String sql) {
        return LOSSES.stream().flatMap(loss -> loss.in(sql).stream()).findFirst();
    }

    /** @param words null = nothing to say: what uses it is dropped or changed by a statement of its own */
    private record Loss(Pattern pattern, String words) {
        Loss(String pattern, String words) {
            this(Pattern.compile(pattern), words);
        }

        Optional<String> in(String sql) {
            Matcher matcher = pattern.matcher(sql);
            if (words == null || !matcher.find()) {
                return Optional.empty();
            }
            return Optional.of(words.formatted(matcher.group(1), matcher.groupCount() > 1 ? matcher.group(2) : ""));
        }
    }
}
