package io.github.migratemaven.author;

import java.util.List;
import java.util.stream.Collectors;

/** A changelog file in JSON, its changes in SQL. */
final class JsonText implements ChangesetFormat.Writer {
    @Override
    public String file(List<DraftChangeset> changesets) {
        return "{\n  \"databaseChangeLog\": [\n"
                + changesets.stream().map(JsonText::changeset).collect(Collectors.joining(",\n"))
                + "\n  ]\n}\n";
    }

    private static String changeset(DraftChangeset changeset) {
        String in = "        ";
        boolean rollback = !changeset.rollback().isEmpty();
        return "    {\n      \"changeSet\": {\n"
                + in + "\"id\": " + quoted(changeset.id()) + ",\n"
                + in + "\"author\": " + quoted(changeset.author()) + ",\n"
                + (changeset.transactional() ? "" : in + "\"runInTransaction\": false,\n")
                + in + "\"changes\": [" + sql(changeset.steps()) + "],\n"
                + in + "\"rollback\": " + (rollback ? "[" + sql(changeset.rollback()) + "]" : "\"\"") + "\n"
                + "      }\n    }";
    }

    private static String sql(List<String> statements) {
        String split = SqlBlock.splits(statements) ? "" : ", \"splitStatements\": false, \"stripComments\": false";
        return "{\"sql\": {\"sql\": " + quoted(SqlBlock.of(statements)) + split + "}}";
    }

    static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                default -> text.append((char) c);
            }
        });
        return text.append('"').toString();
    }
}
