package io.github.migratemaven.author.entities;

import io.github.migratemaven.model.SchemaShape.Column;
import java.util.Set;

/** Whether a column's type will do for what an entity says, which often says no more than a default. */
final class ColumnTypes {
    private static final String VARCHAR = "character varying";

    /** An entity may have them as a string without saying more. */
    private static final Set<String> AS_STRING = Set.of(
            "text",
            "json",
            "jsonb",
            "xml",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "tsvector",
            "tsquery",
            "\"char\"",
            VARCHAR);

    private ColumnTypes() {}

    static boolean suffices(Column now, Column wanted) {
        String have = plain(now.type());
        String want = plain(wanted.type());
        if (have.equals(want)) {
            return true;
        }
        // The changelog made that type; the export would name it if the mapping did.
        if (!now.builtIn()) {
            return wanted.builtIn();
        }
        boolean string = want.startsWith(VARCHAR) && (AS_STRING.contains(have) || have.startsWith("character("));
        return string || have.equals("numeric") && want.startsWith("numeric(");
    }

    /** Six digits of a second are what PostgreSQL takes where nothing is said (manual, 8.5). */
    private static String plain(String type) {
        return type.startsWith("time") ? type.replace("(6)", "") : type;
    }
}
