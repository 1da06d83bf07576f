package io.github.migratemaven.postgres;

import io.github.migratemaven.model.SchemaShape;
import io.github.migratemaven.model.SchemaShape.Column;
import io.github.migratemaven.model.SchemaShape.Constraint;
import io.github.migratemaven.model.SchemaShape.Index;
import io.github.migratemaven.model.SchemaShape.Relation;
import io.github.migratemaven.model.SchemaShape.Sequence;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ShapeReader;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema's shape, from the catalogue. Printed with an empty search_path, so that every name is qualified. */
public final class CatalogueShapes implements ShapeReader {
    @Override
    public SchemaShape read(Target database) {
        return CatalogueQuestion.of(database, "shapes", connection -> {
            try (Statement statement = connection.createStatement()) {
                return read(statement);
            }
        });
    }

    private static SchemaShape read(Statement statement) throws SQLException {
        Map<String, Relation> tables = new LinkedHashMap<>();
        each(statement, ShapeQueries.RELATIONS, row -> {
            Relation relation = new Relation(
                    row.getString("name"),
                    row.getString("schema"),
                    row.getString("kind").charAt(0),
                    row.getBoolean("partition"),
                    new LinkedHashMap<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
            tables.put(relation.name(), relation);
        });
        each(
                statement,
                ShapeQueries.COLUMNS,
                row -> tables.get(row.getString("relation")).columns().put(row.getString("name"), column(row)));
        each(
                statement,
                ShapeQueries.CONSTRAINTS,
                row -> tables.get(row.getString("relation"))
                        .constraints()
                        .add(new Constraint(
                                row.getString("name"),
                                row.getString("kind").charAt(0),
                                row.getString("definition"),
                                list(row, "columns"))));
        each(
                statement,
                ShapeQueries.INDEXES,
                row -> tables.get(row.getString("relation")).indexes().add(index(row)));
        Map<String, Sequence> sequences = new LinkedHashMap<>();
        each(
                statement,
                ShapeQueries.SEQUENCES,
                row -> sequences.put(
                        row.getString("name"),
                        new Sequence(
                                row.getString("name"),
                                row.getLong("start"),
                                row.getLong("increment"),
                                row.getBoolean("owned"))));
        Map<String, List<String>> enums = new LinkedHashMap<>();
        each(statement, ShapeQueries.ENUMS, row -> enums.put(row.getString("name"), list(row, "labels")));
        List<String> schemas = new ArrayList<>();
        each(statement, ShapeQueries.SCHEMAS, row -> schemas.add(row.getString("name")));
        return new SchemaShape(schemas, tables, sequences, enums);
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString("name"),
                row.getString("type"),
                Optional.ofNullable(row.getString("collation")),
                row.getBoolean("builtin"),
                row.getBoolean("notnull"),
                Optional.ofNullable(row.getString("expression")),
                row.getBoolean("identity"),
                row.getBoolean("serial"),
                row.getBoolean("computed"));
    }

    private static Index index(ResultSet row) throws SQLException {
        boolean plain = row.getBoolean("plain");
        String statement = row.getString("statement");
        String name = row.getString("name");
        return new Index(
                name,
                statement,
                statement.replaceFirst(" INDEX \\Q" + name + "\\E ON ", " INDEX ON "),
                row.getBoolean("isunique"),
                plain,
                plain ? list(row, "columns") : List.of());
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Statement statement, String question, RowReader reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
