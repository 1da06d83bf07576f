package io.github.migratemaven.author;

import java.util.List;

/**
 * Changesets in Liquibase's formatted SQL.
 *
 * @see <a href="https://docs.liquibase.com/concepts/changelogs/sql-format.html">Liquibase, "Example Changelogs: SQL Format"</a>
 */
public final class FormattedSql {
    public static final String HEADER = "--liquibase formatted sql\n";

    private FormattedSql() {}

    /** A whole file. */
    public static String file(List<DraftChangeset> drafts) {
        StringBuilder text = new StringBuilder(HEADER);
        drafts.forEach(draft -> text.append('\n').append(changeset(draft)));
        return text.toString();
    }

    /** One changeset, from its header to its last rollback line, ending with a line break. */
    public static String changeset(DraftChangeset draft) {
        StringBuilder text = new StringBuilder("--changeset ")
                .append(quoted(draft.author()))
                .append(':')
                .append(quoted(draft.id()));
        if (!draft.transactional()) {
            text.append(" runInTransaction:false");
        }
        if (draft.steps().stream().anyMatch(FormattedSql::isDelicate)) {
            // Bodies with semicolons and comments go to the server as they are.
            text.append(" splitStatements:false stripComments:false");
        }
        if (draft.rollback().stream().anyMatch(FormattedSql::isDelicate)) {
            text.append(" rollbackSplitStatements:false");
        }
        text.append('\n');
        draft.losses()
                .forEach(loss -> text.append("-- loses ").append(line(loss)).append('\n'));
        draft.notes()
                .forEach(note -> text.append("-- note: ").append(line(note)).append('\n'));
        draft.steps().forEach(step -> text.append(step).append(";\n"));
        for (String step : draft.rollback()) {
            (step + ";")
                    .lines()
                    .forEach(line -> text.append("--rollback ").append(line).append('\n'));
        }
        if (draft.rollback().isEmpty()) {
            text.append("--rollback empty\n");
        }
        return text.toString();
    }

    private static boolean isDelicate(String sql) {
        return sql.indexOf(';') >= 0 || sql.contains("--") || sql.contains("/*") || sql.indexOf('$') >= 0;
    }

    private static String quoted(String word) {
        return word.matches("[\\w.@-]+") ? word : '"' + word.replace("\"", "'") + '"';
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
