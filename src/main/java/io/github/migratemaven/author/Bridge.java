package io.github.migratemaven.author;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which statements make what a rename needs while both names are there. */
record Bridge(List<ColumnRename> columns, List<TableRename> tables) {
    private static final Pattern TABLE = Pattern.compile("(?s)(?:ALTER TABLE (?:ONLY )?|CREATE (?:UNIQUE )?INDEX "
            + SqlNames.PART + " ON (?:ONLY )?|COMMENT ON COLUMN )(" + SqlNames.NAME + ").*");
    private static final Pattern DEFAULT =
            Pattern.compile("(?s).*\\sALTER COLUMN (" + SqlNames.PART + ") (?:SET|DROP) DEFAULT.*");
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
        Matcher value = DEFAULT.matcher(sql);
        boolean waits = value.matches() && SqlNames.plain(value.group(1)).equals(rename.to());
        return name.equals(rename.table())
                && (waits || mentions(sql, rename.from()) && !sql.matches("(?s).*\\sDROP (?:COLUMN|CONSTRAINT) .*"));
    }

    /** As a name, not as a part of one. */
    static boolean mentions(String sql, String name) {
        return Pattern.compile("(?<![\\w$\"])" + Pattern.quote(name) + "(?![\\w$\"])")
                .matcher(sql)
                .find();
    }
}
