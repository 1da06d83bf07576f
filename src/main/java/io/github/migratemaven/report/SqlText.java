package io.github.migratemaven.report;

import io.github.migratemaven.model.ChangesetId;

/** A psql script as it grows. */
final class SqlText {
    private final StringBuilder text = new StringBuilder();

    /** Foreign text cannot leave the comment: whatever could end the line is escaped. */
    void comment(String foreign) {
        line(("-- " + Printable.line(foreign)).stripTrailing());
    }

    void line(String own) {
        text.append(own).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    /** The statement as it is; its semicolon goes on a line of its own where a {@code --} comment would swallow it. */
    void statement(String sql) {
        String body = sql.strip();
        String last = body.substring(Math.max(body.lastIndexOf('\n'), body.lastIndexOf('\r')) + 1);
        boolean comment = last.contains("--");
        line(body.endsWith(";") && !comment ? body : body + (comment ? "\n;" : ";"));
    }

    /** A row of the history, found through the search_path. */
    void delete(ChangesetId id) {
        line("DELETE FROM databasechangelog WHERE id = " + literal(id.id()) + " AND author = " + literal(id.author())
                + " AND filename = " + literal(id.path()) + ";");
    }

    /** The E'' form reads the same whatever standard_conforming_strings says. */
    private static String literal(String value) {
        return "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** As in a deploy: our schema first, what the session has anyway behind it. */
    void searchPath(String schema) {
        String identifier = "\"" + schema.replace("\"", "\"\"") + "\"";
        line("SELECT pg_catalog.set_config('search_path', pg_catalog.concat_ws(', ', " + literal(identifier)
                + ", nullif(pg_catalog.current_setting('search_path'), '')), false);");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
