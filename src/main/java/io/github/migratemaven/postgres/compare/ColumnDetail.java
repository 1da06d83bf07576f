package io.github.migratemaven.postgres.compare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A column in the parts that statements need; the catalogue has them in one text.
 *
 * @param type with its modifiers and, where it is the user's, its schema
 * @param collation only where it is not the type's own
 * @param value the default, or what it is generated from
 * @param identity {@code a} = ALWAYS, {@code d} = BY DEFAULT, empty = none, as in pg_attribute
 * @param generated {@code s} = STORED, {@code v} = VIRTUAL, empty = not
 * @param sequence an identity's, only where it is not called by its table and column
 */
record ColumnDetail(
        String type,
        boolean required,
        Optional<String> collation,
        Optional<String> value,
        String identity,
        String generated,
        Optional<String> sequence) {

    private static final String QUESTION = """
            SELECT format('column %I.%I.%I', n.nspname, c.relname, a.attname), format_type(a.atttypid, a.atttypmod), a.attnotnull,
              CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END,
              pg_get_expr(d.adbin, d.adrelid), a.attidentity::text, a.attgenerated::text,
              (SELECT nullif(s.oid::regclass::text, format('%I.%I', n.nspname, c.relname || '_' || a.attname || '_seq'))
                FROM pg_depend i JOIN pg_class s ON s.oid = i.objid AND s.relkind = 'S' WHERE i.classid = 'pg_class'::regclass
                AND i.refclassid = 'pg_class'::regclass AND i.refobjid = c.oid AND i.refobjsubid = a.attnum AND i.deptype = 'i')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE format('%I.%I', n.nspname, c.relname) = ANY (?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY c.oid, a.attnum
            """;

    /**
     * @param connection whose search_path is pg_catalog
     * @param tables as SQL spells them, with their schemas
     * @return by the catalogue's keys, in the tables' order
     */
    static Map<String, ColumnDetail> of(Connection connection, Collection<String> tables) throws SQLException {
        Map<String, ColumnDetail> details = new LinkedHashMap<>();
        if (tables.isEmpty()) {
            return details;
        }
        try (PreparedStatement question = connection.prepareStatement(QUESTION)) {
            question.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    details.put(
                            rows.getString(1),
                            new ColumnDetail(
                                    rows.getString(2),
                                    rows.getBoolean(3),
                                    Optional.ofNullable(rows.getString(4)),
                                    Optional.ofNullable(rows.getString(5)),
                                    rows.getString(6),
                                    rows.getString(7),
                                    Optional.ofNullable(rows.getString(8))));
                }
            }
        }
        return details;
    }

    /** What stands behind the name. */
    String definition() {
        StringBuilder text = new StringBuilder(type);
        collation.ifPresent(name -> text.append(" COLLATE ").append(name));
        if (!identity.isEmpty()) {
            return text.append(" GENERATED ")
                    .append(identity.equals("a") ? "ALWAYS" : "BY DEFAULT")
                    .append(" AS IDENTITY")
                    .append(sequence.map(name -> " (SEQUENCE NAME " + name + ")")
                            .orElse(""))
                    .toString();
        }
        if (!generated.isEmpty()) {
            text.append(" GENERATED ALWAYS AS (")
                    .append(value.orElseThrow())
                    .append(generated.equals("s") ? ") STORED" : ") VIRTUAL");
        } else {
            value.ifPresent(expression -> text.append(" DEFAULT ").append(expression));
        }
        return text.append(required ? " NOT NULL" : "").toString();
    }

    /** Whether the other differs in nothing but its default and whether it is required. */
    boolean sameBut(ColumnDetail other) {
        return type.equals(other.type) && collation.equals(other.collation) && isPlain() && other.isPlain();
    }

    /** Neither an identity nor generated. */
    boolean isPlain() {
        return identity.isEmpty() && generated.isEmpty();
    }
}
