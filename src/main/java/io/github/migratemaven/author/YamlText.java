package io.github.migratemaven.author;

import java.util.List;

/** A changelog file in YAML, its changes in SQL. */
final class YamlText implements ChangesetFormat.Writer {
    @Override
    public String file(List<DraftChangeset> changesets) {
        StringBuilder text = new StringBuilder("databaseChangeLog:\n");
        for (DraftChangeset changeset : changesets) {
            text.append("  - changeSet:\n");
            text.append("      id: ").append(quoted(changeset.id())).append('\n');
            text.append("      author: ").append(quoted(changeset.author())).append('\n');
            if (!changeset.transactional()) {
                text.append("      runInTransaction: false\n");
            }
            text.append("      changes:\n");
            sql(changeset.steps(), text);
            if (!changeset.rollback().isEmpty()) {
                text.append("      rollback:\n");
                sql(changeset.rollback(), text);
            } else {
                text.append("      rollback: empty\n");
            }
        }
        return text.toString();
    }

    private static void sql(List<String> statements, StringBuilder text) {
        text.append("        - sql:\n");
        if (!SqlBlock.splits(statements)) {
            text.append("            splitStatements: false\n            stripComments: false\n");
        }
        // The indentation indicator: a first line that begins with spaces keeps them.
        text.append("            sql: |2\n");
        SqlBlock.of(statements)
                .lines()
                .forEach(line -> text.append(line.isEmpty() ? "" : "              ")
                        .append(line)
                        .append('\n'));
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z][A-Za-z0-9_.-]*") && !value.matches("(?i)true|false|yes|no|on|off|null|y|n")
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
