package io.github.migratemaven.author;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which statements make what a rename needs while both names are there. */
record Bridge(List<ColumnRename> columns, List<TableRename> tables) {
    private static final Pattern TABLE = Pattern.compile("(?s)(?:ALTER TABLE (?:ONLY )?|CREATE (?:UNIQUE )?INDEX "
            + SqlNames.PART + " ON (?:ONLY )?|COMMENT ON COLUMN )(" + SqlNames.NAME + ").*");
    private static final Pattern COLUMN =
            Pattern.compile("(?s)ALTER TABLE .*?\\s(?:ADD|ALTER|DROP) COLUMN (" + SqlNames.PART + ")(.*)");
    private static final Pattern VIEW = Pattern.compile(
            "(?s)(?:CREATE VIEW|(?:GRANT|REVOKE) .* ON(?: TABLE)?|COMMENT ON VIEW) (" + SqlNames.NAME + ").*");

    boolean needs(String sql) {
        return columns.stream().anyMatch(column -> needs(sql, column))
                || tables.stream().anyMatch(table -> needs(sql, table));
    }

    private static boolean needs(String sql, TableRename rename) {
        Matcher view = VIEW.matcher(sql);
        return view.matches() && SqlNames.plain(view.group(1)).equals(rename.from());
    }

    private static boolean needs(String sql, ColumnRename rename) {
        if (mentions(sql, SqlNames.plainLast(rename.function())) || mentions(sql, rename.trigger())) {
            return !sql.startsWith("DROP ");
        }
        if (sql.matches("(?s)(?:GRANT|REVOKE) .*")) {
            return mentions(sql, rename.table()) && sql.contains("(" + rename.from() + ")");
        }
        Matcher table = TABLE.matcher(sql);
        if (!table.matches()) {
            return false;
        }
        String name = SqlNames.plain(table.group(1));
        if (sql.startsWith("COMMENT ")) {
            return name.equals(rename.table() + "." + rename.from());
        }
        Matcher column = COLUMN.matcher(sql);
        boolean old = column.matches() ? isOf(rename, column) : mentions(sql, rename.from());
        return name.equals(rename.table()) && old && !sql.matches("(?s).*\\sDROP (?:COLUMN|CONSTRAINT) .*");
    }

    /** The old column, or the default of the new one, which waits. */
    private static boolean isOf(ColumnRename rename, Matcher column) {
        String name = SqlNames.plain(column.group(1));
        return name.equals(rename.from())
                || name.equals(rename.to()) && column.group(2).matches("(?s) (?:SET|DROP) DEFAULT.*");
    }

    /** As a name, not as a part of one. */
    static boolean mentions(String sql, String name) {
        return Pattern.compile("(?<![\\w$\"])" + Pattern.quote(name) + "(?![\\w$\"])")
                .matcher(sql)
                .find();
    }
}
